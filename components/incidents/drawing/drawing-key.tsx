import type { Drawing } from "./drawing";
import { DecisionHead } from "./event-mark";
import { EventShape } from "./event-shapes";
import { IN_FORCED_COLOURS } from "./forced-colours";
import type { KeyItem } from "./key";
import { PromiseEnd } from "./promise-mark";
import { colourOf } from "./phase-colours";

const BREAKS_AT_MOST = 4;

type DrawingKeyProps = { items: KeyItem[]; breaks: Drawing["breaks"] };

/** What the shapes stand for, and where the scale is broken. */
export function DrawingKey({ items, breaks }: DrawingKeyProps) {
  const more = breaks.length - BREAKS_AT_MOST;
  return (
    <div className="mt-3 grid gap-2 text-xs leading-5">
      <ul aria-label="Key" className="flex flex-wrap gap-x-4 gap-y-0.5">
        {items.map((item) => (
          <li key={`${item.of} ${item.shape}`} className="flex items-center gap-1.5 tabular-nums">
            <svg
              aria-hidden
              viewBox="-7 -7 14 14"
              className={`size-3.5 shrink-0 overflow-visible ${IN_FORCED_COLOURS}`}
            >
              <KeyShape item={item} />
            </svg>
            {item.text}
          </li>
        ))}
      </ul>
      {breaks.length > 0 && (
        <p className="text-muted-foreground">
          Drawn shorter than to scale:{" "}
          {breaks
            .slice(0, BREAKS_AT_MOST)
            .map(({ when, length }) => `${when} (${length})`)
            .join("; ")}
          {more > 0 ? ` and ${more} more` : ""}.
        </p>
      )}
    </div>
  );
}

function KeyShape({ item }: { item: KeyItem }) {
  switch (item.of) {
    case "phase":
      return <rect x="-6" y="-6" width="12" height="12" rx="2" className={colourOf(item.shape)} />;
    case "milestone":
      return <circle r="4" className="fill-card stroke-foreground stroke-2" />;
    case "event":
      return <EventShape type={item.shape} />;
    case "decision":
      return <DecisionHead />;
    case "promise":
      return <PromiseEnd state={item.shape} isBeyond={false} />;
  }
}
