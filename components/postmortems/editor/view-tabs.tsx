"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";

const VIEWS = [
  { name: "Write", query: "" },
  { name: "Markdown", query: "?view=markdown" },
  { name: "Preview", query: "?view=preview" },
] as const;

export type PostmortemView = (typeof VIEWS)[number]["name"];

type ViewTabsProps = {
  incidentKey: string;
  shown: PostmortemView;
  /** Sends what was typed, so that the next view shows it. */
  beforeLeaving?: () => Promise<void>;
};

/** The three ways to see one text. Links, so that each has an address and needs no script. */
export function ViewTabs({ incidentKey, shown, beforeLeaving }: ViewTabsProps) {
  const router = useRouter();
  const base = `/incidents/${encodeURIComponent(incidentKey)}/postmortem`;

  async function leave(event: MouseEvent<HTMLAnchorElement>, href: string) {
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!beforeLeaving || opensElsewhere) return;
    event.preventDefault();
    await beforeLeaving();
    router.push(href, { scroll: false });
  }

  return (
    <nav aria-label="View" className="flex gap-1 rounded-lg bg-muted p-1">
      {VIEWS.map(({ name, query }) => (
        <Link
          key={name}
          href={base + query}
          prefetch={false}
          scroll={false}
          aria-current={name === shown ? "page" : undefined}
          onClick={(event) => void leave(event, base + query)}
          className="touch-target inline-flex h-7 items-center rounded-md border border-transparent px-3 text-[0.8125rem] font-medium text-muted-foreground hover:text-foreground aria-[current=page]:border-border aria-[current=page]:bg-card aria-[current=page]:text-foreground aria-[current=page]:shadow-xs dark:aria-[current=page]:bg-secondary pointer-coarse:h-9"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
