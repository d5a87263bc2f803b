"use client";

import { Menu as MenuIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import type { KeyboardEvent, ReactNode } from "react";

/** The header's menu on narrow screens. It opens without JavaScript and closes after each navigation. */
export function Menu({ children }: { children: ReactNode }) {
  return (
    <details key={usePathname()} onKeyDown={closeOnEscape} className="group lg:hidden">
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

function closeOnEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key !== "Escape" || !currentTarget.open) return;
  currentTarget.open = false;
  currentTarget.querySelector("summary")?.focus();
}
