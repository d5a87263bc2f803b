import type { Drawing } from "./drawing";

type BreakBandsProps = { breaks: Drawing["breaks"]; from: number; height: number };

/** Where the scale is broken: what crosses it is cut. */
export function BreakBands({ breaks, from, height }: BreakBandsProps) {
  return breaks.map(({ x, width }) => (
    <g key={x} aria-hidden className="pointer-events-none">
      <rect x={`${x}%`} y={from} width={`${width}%`} height={height - from} className="fill-card" />
      {[x, x + width].map((edge) => (
        <line
          key={edge}
          x1={`${edge}%`}
          x2={`${edge}%`}
          y1={from}
          y2={height}
          strokeDasharray="3 3"
          className="fill-none stroke-input"
        />
      ))}
    </g>
  ));
}
