"use client";

import { ChevronDown, Menu as MenuIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import type { KeyboardEvent, ReactNode } from "react";

/** The header's menu on narrow screens. It opens without JavaScript and closes after each navigation. */
export function Menu({ children }: { children: ReactNode }) {
  return (
    <details key={usePathname()} onKeyDown={closeOnEscape} className="group xl:hidden">
      <summary className="flex size-11 list-none items-center justify-center rounded-md hover:bg-accent [&::-webkit-details-marker]:hidden">
        <MenuIcon aria-hidden className="size-5" />
        <span className="sr-only">Menu</span>
      </summary>
      <div className="absolute inset-x-0 top-full grid gap-2 border-b border-border bg-card p-3 shadow-lg">
        {children}
      </div>
    </details>
  );
}

/** What the bar has no room for on wide screens. It opens and closes as the menu does. */
export function More({ children }: { children: ReactNode }) {
  return (
    <details key={usePathname()} onKeyDown={closeOnEscape} className="group relative">
      <summary className="flex h-8 list-none items-center gap-1 rounded-md px-2.5 text-[0.8125rem] font-medium text-muted-foreground hover:bg-accent hover:text-foreground pointer-coarse:h-11 [&::-webkit-details-marker]:hidden">
        More
        <ChevronDown aria-hidden className="size-3.5 group-open:rotate-180" />
      </summary>
      <div className="absolute start-0 top-full mt-2 w-56 rounded-lg border border-border bg-card p-2 shadow-lg">
        {children}
      </div>
    </details>
  );
}

function closeOnEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key !== "Escape" || !currentTarget.open) return;
  currentTarget.open = false;
  currentTarget.querySelector("summary")?.focus();
}
