import { BellRing } from "lucide-react";
import Link from "next/link";
import { Time } from "@/components/time";
import type { WaitingItem } from "@/db/queries/waiting-reviews";

/** The reviews and postmortems that wait for the reader. */
export function WaitingForYou({ items }: { items: WaitingItem[] }) {
  if (items.length === 0) return null;
  return (
    <section
      id="waiting"
      aria-labelledby="waiting-reviews"
      className="mb-4 rounded-lg border border-ring bg-info-surface px-4 py-3"
    >
      <h2 id="waiting-reviews" className="flex items-center gap-2 text-sm font-semibold">
        <BellRing aria-hidden className="size-4 text-info" />
        Waiting for you ({items.length})
      </h2>
      <ul className="mt-1 grid">
        {items.map((item) => (
          <li key={`${item.kind} ${item.key}`} className="flex flex-wrap items-baseline gap-x-2">
            <Link
              href={`/incidents/${encodeURIComponent(item.key)}/postmortem${item.kind === "draft" ? "" : "/review"}`}
              className="inline-flex min-h-6 items-center text-link underline-offset-4 hover:underline pointer-coarse:min-h-11"
            >
              {sentenceOf(item)}
            </Link>
            <span className={item.isOverdue ? "font-medium text-danger" : "text-muted-foreground"}>
              {item.isOverdue ? "overdue since" : "due"} <Time at={item.dueAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf({ kind, key, title, askedBy }: WaitingItem): string {
  if (kind === "review") return `${askedBy} asks you to review ${key} ${title}`;
  return kind === "draft" ? `Draft ${key} ${title}` : `Have ${key} ${title} reviewed and published`;
}
