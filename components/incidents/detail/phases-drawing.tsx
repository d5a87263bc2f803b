import { formatMinutes, formatTime, humanize } from "@/lib/format";
import { colourOf } from "./phase-colours";
import { drawnSpan, joinedSpans, placeOf, ticksOf } from "./phase-scale";
import type { PhasesView } from "./phases-figure";

const BAR = { top: 18, height: 26 };
const MARKS_AT = 57;
const AXIS_AT = 68;
const NAME_NEEDS = 12; // percent of the width

/** Drawn in percent of whatever width there is, so that nothing is distorted. */
export function PhasesDrawing({ view }: { view: PhasesView }) {
  const { phases, gaps, decisions, deployments, events } = view;
  const span = drawnSpan(
    [events.first, events.last],
    phases.flatMap(({ start, end }) => [start, end]),
    deployments.map(({ at }) => at),
  );
  const place = (at: number) => placeOf(at, span);
  const width = (start: number, end: number) => Math.max(place(end) - place(start), 0.3);

  return (
    <svg
      role="img"
      aria-label={describe(view)}
      width="100%"
      height="88"
      className="overflow-visible"
    >
      <defs>
        <pattern id="silence" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" className="stroke-card" strokeWidth="1.5" />
        </pattern>
      </defs>
      {phases.map(({ name, start, end }) => (
        <g key={name}>
          {width(start, end) >= NAME_NEEDS && (
            <text x={`${place(start)}%`} y="12" className="fill-foreground text-[11px] font-medium">
              {humanize(name)}
            </text>
          )}
          <rect
            x={`${place(start)}%`}
            y={BAR.top}
            width={`${width(start, end)}%`}
            height={BAR.height}
            className={colourOf(name)}
          />
        </g>
      ))}
      {joinedSpans(gaps).map(({ start, end }) => (
        <rect
          key={start}
          x={`${place(start)}%`}
          y={BAR.top}
          width={`${width(start, end)}%`}
          height={BAR.height}
          fill="url(#silence)"
        />
      ))}
      {distinct(decisions.map(place)).map((at) => (
        <svg key={at} x={`${at}%`} y={MARKS_AT} className="overflow-visible">
          <path d="M0 -5 5 0 0 5 -5 0Z" className="fill-foreground stroke-card" />
        </svg>
      ))}
      {distinct(deployments.map(({ at }) => place(at))).map((at) => (
        <svg key={at} x={`${at}%`} y={BAR.top} className="overflow-visible">
          <path d={`M0 0V${AXIS_AT - BAR.top}`} className="stroke-status-maintenance" />
          <path d="M-5 0H5L0 9Z" className="fill-status-maintenance" />
        </svg>
      ))}
      <line x1="0" x2="100%" y1={AXIS_AT} y2={AXIS_AT} className="stroke-border" />
      {ticksOf(span).map((at) => (
        <g key={at}>
          <line
            x1={`${place(at)}%`}
            x2={`${place(at)}%`}
            y1={AXIS_AT}
            y2={AXIS_AT + 4}
            className="stroke-input"
          />
          <text
            x={`${place(at)}%`}
            y="84"
            textAnchor={anchorOf(place(at))}
            className="fill-muted-foreground text-[11px] tabular-nums"
          >
            {formatTime(at)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** What the drawing shows, for those who do not see it. */
function describe({ phases, gaps, decisions, deployments, events }: PhasesView): string {
  const shares = phases.map(({ name, minutes }) => `${humanize(name)} ${formatMinutes(minutes)}`);
  const marks = `silences ${gaps.length}, decision points ${decisions.length}`;
  return (
    `Phases to scale from ${formatTime(events.first)} to ${formatTime(events.last)} UTC: ` +
    `${shares.join(", ")}. Marked: ${marks}, deployments ${deployments.length}.`
  );
}

/** Marks nearer than a fifth of a percent fall together: there may be thousands. */
function distinct(places: number[]): number[] {
  return [...new Set(places.map((place) => Math.round(place * 5) / 5))];
}

function anchorOf(place: number): "start" | "middle" | "end" {
  if (place < 3) return "start";
  return place > 97 ? "end" : "middle";
}
