import { scaleLinear } from "d3-scale";
import { IN_FORCED_COLOURS } from "./forced-colours";

export type BarPart = { name: string; value: number; className: string };

type BarProps = { parts: BarPart[]; max: number };

/** Parts of a whole side by side, as long as they are large. The table beside it has the numbers. */
export function Bar({ parts, max }: BarProps) {
  const scale = scaleLinear([0, Math.max(max, 1)], [0, 100]);
  const ends = parts.map((_, index) =>
    parts.slice(0, index).reduce((sum, { value }) => sum + value, 0),
  );
  return (
    <svg aria-hidden width="100%" height="16" className={IN_FORCED_COLOURS}>
      {parts.map(({ name, value, className }, index) => (
        <rect
          key={name}
          x={`${scale(ends[index] ?? 0)}%`}
          width={`${scale(value)}%`}
          y="1"
          height="14"
          className={className}
        >
          <title>{`${name}: ${value.toLocaleString("en")}`}</title>
        </rect>
      ))}
    </svg>
  );
}
