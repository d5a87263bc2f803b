import { useRef, type MouseEvent, type PointerEvent } from "react";
import { cn } from "@/lib/utils";
import type { Drawing } from "./drawing";
import { IN_FORCED_COLOURS } from "./forced-colours";
import { LaneContent } from "./lane-content";
import { LANE_HEIGHTS } from "./lane-heights";
import { nameOf, type Lane, type Mark } from "./marks";
import { MarkCursor } from "./mark-cursor";
import { elementIdOf, type Walk } from "./use-walk";
import { markNear } from "./walk";

const REACH = 16; // pixels
export const LANE_GRID = "grid items-center sm:grid-cols-[8rem_minmax(0,1fr)]";

type LaneDrawingProps = { lane: Lane; breaks: Drawing["breaks"]; walk: Walk };

/** One lane with its name. A pointer means the mark that is nearest, so that none needs to be hit. */
export function LaneDrawing({ lane, breaks, walk }: LaneDrawingProps) {
  const { id, label, range, marks } = lane;
  const isTouch = useRef(false);
  const height = LANE_HEIGHTS[id];
  const isShown = walk.shown && marks.includes(walk.shown);

  function point(event: PointerEvent<SVGSVGElement>) {
    isTouch.current = event.pointerType !== "mouse";
    if (!isTouch.current) walk.point(markUnder(event, marks)?.id);
  }

  /** A click goes to the mark that is named; a finger has it named first. */
  function press(event: MouseEvent<SVGSVGElement>) {
    const isFromKey = event.detail === 0;
    if (isFromKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const mark = markUnder(event, marks);
    if (isTouch.current && mark?.id !== walk.pointed) walk.point(mark?.id);
    else if (mark) location.assign(mark.href);
  }

  return (
    <div className={LANE_GRID}>
      <p id={`lane-${id}`} className="pe-2 text-xs leading-4 text-muted-foreground max-sm:pt-1">
        {label}
        {range && <span className="whitespace-nowrap tabular-nums">, {range}</span>}
      </p>
      <svg
        role="group"
        aria-labelledby={`lane-${id}`}
        width="100%"
        height={height}
        className={cn("relative block overflow-visible", IN_FORCED_COLOURS)}
        onPointerDown={point}
        onPointerMove={point}
        onPointerLeave={() => !isTouch.current && walk.point(undefined)}
        onClick={press}
      >
        <rect width="100%" height={height} fill="transparent" />
        <LaneContent
          lane={lane}
          height={height}
          breaks={breaks}
          linkOf={(mark) => ({
            id: elementIdOf(mark.id),
            href: mark.href,
            "aria-label": nameOf(mark),
            tabIndex: walk.tabIndexOf(mark.id),
            className: walk.hasScript ? "outline-none" : undefined,
          })}
        />
        {walk.shown && isShown && <MarkCursor mark={walk.shown} height={height} />}
      </svg>
    </div>
  );
}

function markUnder(event: MouseEvent<SVGSVGElement>, marks: Mark[]): Mark | undefined {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  if (width === 0) return undefined;
  return markNear(marks, (100 * (event.clientX - left)) / width, (100 * REACH) / width);
}
