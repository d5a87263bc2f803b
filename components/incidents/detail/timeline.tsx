"use client";

import { Fragment } from "react";
import { NewEntries } from "@/components/live/new-entries";
import { useHeld } from "@/components/live/use-held";
import { formatDay, formatMinutes } from "@/lib/format";
import type { TimelineEntry } from "@/db/queries/timeline";
import { TimelineItem } from "./timeline-entry";

type TimelineProps = {
  entries: TimelineEntry[];
  newestFirst: boolean;
  /** False while a filter leaves events out, between which a silence would say nothing. */
  showsGaps: boolean;
  declaredAt: number | null;
};

/**
 * The events in their order, with the days and the silences between them. It runs in the browser too, so
 * that a page carries each event once as what it says, and not a second time as elements.
 */
export function Timeline({ entries, newestFirst, showsGaps, declaredAt }: TimelineProps) {
  const { shown, ...held } = useHeld(entries, ({ seq }) => seq);
  const isLong = entries.length > 100;
  return (
    <div>
      <NewEntries {...held} />
      <ol className="-mx-1">
        {shown.map((entry, index) => {
          const before = shown[index - 1];
          const later = newestFirst ? before : entry;
          const gap = showsGaps && before ? later?.gapBefore : undefined;
          const isNewDay = formatDay(entry.at) !== (before && formatDay(before.at));
          return (
            <Fragment key={entry.seq}>
              {gap !== undefined && <Gap minutes={gap} />}
              {isNewDay && <Day at={entry.at} />}
              <TimelineItem entry={entry} declaredAt={declaredAt} isOneOfMany={isLong} />
            </Fragment>
          );
        })}
      </ol>
    </div>
  );
}

function Day({ at }: { at: number }) {
  return (
    <li className="py-2 ps-1 text-xs font-semibold text-muted-foreground">{formatDay(at)} (UTC)</li>
  );
}

function Gap({ minutes }: { minutes: number }) {
  return (
    <li className="grid grid-cols-[4.5rem_1.75rem_1fr] max-sm:grid-cols-[3rem_1.75rem_1fr] text-[0.8125rem] text-muted-foreground">
      <span aria-hidden />
      <span aria-hidden className="flex justify-center">
        <span className="border-s-2 border-dotted border-input" />
      </span>
      <span className="py-2 italic">{formatMinutes(minutes)} without an entry</span>
    </li>
  );
}
