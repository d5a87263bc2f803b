import { Pin } from "lucide-react";
import { eventTypeName } from "@/components/incidents/detail/event-type";
import { Time } from "@/components/time";
import type { TimelinePage } from "@/db/queries/timeline-view";

type PinnedRowsProps = { path: string; rows: TimelinePage["pinned"] };

/** The rows that people pinned, each a way to its place. */
export function PinnedRows({ path, rows }: PinnedRowsProps) {
  if (rows.length === 0) return null;
  return (
    <section
      aria-labelledby="pinned-title"
      className="mb-3 rounded-lg border border-border bg-muted px-3 py-2"
    >
      <h3 id="pinned-title" className="flex items-center gap-1.5 text-[0.8125rem] font-semibold">
        <Pin aria-hidden className="size-3.5 text-warning" />
        Pinned
      </h3>
      <ul>
        {rows.map(({ seq, at, type, text, isHere }) => (
          <li key={seq}>
            <a
              href={isHere ? `#e-${seq}` : `${path}?event=${seq}#e-${seq}`}
              className="flex min-h-6 items-center gap-2 text-[0.8125rem] leading-6 hover:text-link hover:underline pointer-coarse:min-h-11"
            >
              <Time at={at} show="time" className="tabular-nums" />
              <span className="font-medium">{eventTypeName(type)}</span>
              <span className="min-w-0 truncate text-muted-foreground">{text}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
