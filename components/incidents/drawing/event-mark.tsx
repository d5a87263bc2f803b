import { EventShape } from "./event-shapes";
import type { Mark } from "./marks";

const TOP = 2;
const MIDDLE = 19;
const BOTTOM = 32;

/** An event by its type's shape, decision points on a stem; many as a column, the higher the more. */
export function EventMark({ mark: { x, width, shape, level, isDecision } }: { mark: Mark }) {
  const height = level === undefined ? 0 : 6 + 0.18 * level;
  return (
    <svg x={`${x + width / 2}%`} className="overflow-visible">
      {isDecision && <DecisionStem />}
      {level === undefined ? (
        <g transform={`translate(0 ${MIDDLE})`}>
          <EventShape type={shape} />
        </g>
      ) : (
        <path
          d={`M-3 ${BOTTOM - height}H3V${BOTTOM}H-3Z`}
          className="fill-muted-foreground stroke-card"
        />
      )}
    </svg>
  );
}

function DecisionStem() {
  return (
    <>
      <path d={`M0 ${TOP}V${BOTTOM}`} className="fill-none stroke-foreground" />
      <g transform={`translate(0 ${TOP + 3})`}>
        <DecisionHead />
      </g>
    </>
  );
}

export function DecisionHead() {
  return <path d="M0-5 5 0 0 5-5 0Z" className="fill-foreground" />;
}
