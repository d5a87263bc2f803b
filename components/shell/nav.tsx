"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

export type NavItem = {
  href: string;
  label: string;
  /** Further addresses of the section. */
  holds?: string[];
  /** How many things wait there for the reader. */
  waiting?: number;
  /** True for what is no page of the portal's own. */
  isOutside?: boolean;
};

const isWithin = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

type NavProps = { items: NavItem[]; layout: "row" | "column"; label?: string };

/** The portal's sections; the one that holds this page says so. */
export function Nav({ items, layout, label: title = "Main" }: NavProps) {
  const path = usePathname();

  return (
    <nav aria-label={title}>
      <ul className={cn("flex gap-0.5", layout === "column" && "flex-col")}>
        {items.map(({ href, label, holds = [], waiting = 0, isOutside }) => (
          <li key={href}>
            <Place
              href={href}
              isOutside={isOutside}
              aria-current={
                [href, ...holds].some((own) => isWithin(path, own)) ? "page" : undefined
              }
              className={cn(
                "flex items-center rounded-md px-2.5 font-medium whitespace-nowrap",
                "text-muted-foreground hover:bg-accent hover:text-foreground",
                "aria-[current=page]:bg-accent aria-[current=page]:text-foreground",
                layout === "row" ? "h-8 text-[0.8125rem] pointer-coarse:h-11" : "h-11",
              )}
            >
              {label}
              {waiting > 0 && (
                <span className="ms-1.5 rounded-sm bg-info-surface px-1.5 text-xs leading-5 text-info tabular-nums">
                  {waiting}
                  <span className="sr-only"> waiting for you</span>
                </span>
              )}
            </Place>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type PlaceProps = ComponentProps<"a"> & { href: string; isOutside: boolean | undefined };

function Place({ isOutside, ...props }: PlaceProps) {
  return isOutside ? <a {...props} /> : <Link {...props} />;
}
