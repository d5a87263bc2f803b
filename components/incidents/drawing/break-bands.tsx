import type { Drawing } from "./drawing";

type BreakBandsProps = { breaks: Drawing["breaks"]; height: number };

/** Where the scale is broken: what crosses it is cut. */
export function BreakBands({ breaks, height }: BreakBandsProps) {
  return breaks.map(({ x, width }) => (
    <g key={x} aria-hidden className="pointer-events-none">
      <rect
        x={`${x + 0.3}%`}
        width={`${Math.max(width - 0.6, 0)}%`}
        height={height}
        className="fill-card"
      />
      {[x + 0.3, x + width - 0.3].map((edge) => (
        <line
          key={edge}
          x1={`${edge}%`}
          x2={`${edge}%`}
          y2={height}
          strokeDasharray="3 3"
          className="fill-none stroke-input"
        />
      ))}
    </g>
  ));
}
