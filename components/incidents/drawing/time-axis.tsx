import type { Drawing } from "./drawing";
import { LANE_GRID } from "./lane-drawing";

export const AXIS_TEXT = "text-[11px] tabular-nums";

/** Round moments below the lanes. */
export function TimeAxis({ ticks }: { ticks: Drawing["ticks"] }) {
  const height = ticks.some(({ day }) => day !== undefined) ? 34 : 20;
  return (
    <div aria-hidden className={LANE_GRID}>
      <span className="text-[11px] text-muted-foreground max-sm:sr-only">UTC</span>
      <svg width="100%" height={height} className="block overflow-visible">
        <line x2="100%" className="stroke-input" />
        {ticks.map(({ x, time, day }) => (
          <g key={x} className={`fill-muted-foreground ${AXIS_TEXT}`}>
            <text x={`${x}%`} y="15" textAnchor={anchorAt(x)}>
              {time}
            </text>
            {day !== undefined && (
              <text x={`${x}%`} y="29" textAnchor={anchorAt(x)}>
                {day}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Lines through all lanes, with the one that says where now is. */
export function GridLines({ drawing: { ticks, now } }: { drawing: Drawing }) {
  return (
    <svg
      aria-hidden
      className="pointer-events-none absolute end-0 top-0 h-full w-full overflow-visible sm:w-[calc(100%-8rem)]"
    >
      <defs>
        <pattern id="gap-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <path
            d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5"
            className="fill-none stroke-muted-foreground forced-colors:stroke-[CanvasText]"
          />
        </pattern>
      </defs>
      {ticks.map(({ x }) => (
        <line key={x} x1={`${x}%`} x2={`${x}%`} y2="100%" className="stroke-border" />
      ))}
      {now && (
        <line
          x1={`${now.x}%`}
          x2={`${now.x}%`}
          y2="100%"
          className="stroke-danger stroke-2 forced-colors:stroke-[CanvasText]"
        />
      )}
    </svg>
  );
}

/** How a text is put at a place, so that it stays within the drawing: `half` is percent of its width. */
export function anchorAt(x: number, half = 3): "start" | "middle" | "end" {
  if (x < half) return "start";
  return x > 100 - half ? "end" : "middle";
}
