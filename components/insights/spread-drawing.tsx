import { scaleLinear } from "d3-scale";
import type { TimeSpread } from "@/lib/domain/insights/times";
import { formatMinutes } from "@/lib/format";
import { IN_FORCED_COLOURS } from "./forced-colours";

type SpreadDrawingProps = {
  spread: TimeSpread;
  /** The minutes at the right end. */
  max: number;
  /** Where a target stands, in minutes. */
  target?: number | undefined;
};

/** The median as a bar, and a line as far as nine in ten; few values as dots. */
export function SpreadDrawing({ spread, max, target }: SpreadDrawingProps) {
  const scale = scaleLinear([0, Math.max(max, 1)], [1, 97]);
  const at = (minutes: number) => `${scale(minutes)}%`;
  const { median, p90, values } = spread;
  return (
    <svg aria-hidden width="100%" height="20" className={IN_FORCED_COLOURS}>
      {median !== null && (
        <rect x={at(0)} width={`${scale(median) - 1}%`} y="4" height="12" className="fill-info">
          <title>{`Median: ${formatMinutes(median)}`}</title>
        </rect>
      )}
      {median !== null && p90 !== null && (
        <g className="stroke-info" strokeWidth="2">
          <line x1={at(median)} x2={at(p90)} y1="10" y2="10" />
          <line x1={at(p90)} x2={at(p90)} y1="5" y2="15" />
        </g>
      )}
      {values.map((minutes, index) => (
        <circle key={index} cx={at(minutes)} cy="10" r="4" className="fill-info">
          <title>{formatMinutes(minutes)}</title>
        </circle>
      ))}
      {target !== undefined && target <= max && (
        <line
          x1={at(target)}
          x2={at(target)}
          y1="0"
          y2="20"
          strokeDasharray="3 2"
          strokeWidth="1.5"
          className="stroke-foreground"
        >
          <title>{`Target: ${formatMinutes(target)}`}</title>
        </line>
      )}
    </svg>
  );
}
