import type { Mark, PromiseLine } from "./marks";

const PROMISES_AT = 8;
const BUBBLE_AT = 25;
const BOTTOM = 33;

/** A message, and above it what it promised: from when it was said to when that was due. */
export function MessageMark({ mark: { x, width, level, promises = [] } }: { mark: Mark }) {
  const height = level === undefined ? 0 : 6 + 0.14 * level;
  return (
    <>
      {promises.map((promise, index) => (
        <PromiseMark key={index} from={x} promise={promise} />
      ))}
      <svg x={`${x + width / 2}%`} className="overflow-visible">
        {level === undefined ? (
          <path
            d="M-6-6H6V3H0L-4 7V3H-6Z"
            transform={`translate(0 ${BUBBLE_AT})`}
            className="fill-info stroke-card"
          />
        ) : (
          <path d={`M-3 ${BOTTOM - height}H3V${BOTTOM}H-3Z`} className="fill-info stroke-card" />
        )}
      </svg>
    </>
  );
}

const LINES = {
  kept: { className: "stroke-success stroke-2", dash: undefined },
  missed: { className: "stroke-danger stroke-2", dash: undefined },
  open: { className: "stroke-info stroke-2", dash: "2 3" },
} as const;

/** Kept ends in a check. Missed goes on, broken, to the answer and ends in a cross. Open is dotted to a ring. */
function PromiseMark({ from, promise }: { from: number; promise: PromiseLine }) {
  const { state, due, answered } = promise;
  const { className, dash } = LINES[state];
  const y = { y1: PROMISES_AT, y2: PROMISES_AT };
  return (
    <>
      <line
        x1={`${from}%`}
        x2={`${due}%`}
        {...y}
        strokeDasharray={dash}
        className={`fill-none ${className}`}
      />
      {answered !== undefined && (
        <>
          <svg x={`${due}%`} className="overflow-visible">
            <path d="M0 3V13" className={`fill-none ${className}`} />
          </svg>
          <line
            x1={`${due}%`}
            x2={`${answered}%`}
            {...y}
            strokeDasharray="6 3"
            className="fill-none stroke-danger stroke-4"
          />
        </>
      )}
      <svg x={`${answered ?? due}%`} y={PROMISES_AT} className="overflow-visible">
        <PromiseEnd promise={promise} />
      </svg>
    </>
  );
}

const ENDS = { kept: "M-5-1-1 3 5-5", missed: "M-4-4 4 4M4-4-4 4" } as const;

function PromiseEnd({ promise: { state, isBeyond } }: { promise: PromiseLine }) {
  const { className } = LINES[state];
  if (isBeyond) return <path d="M-4-5 3 0-4 5" className={`fill-none ${className}`} />;
  if (state === "open") return <circle r="4" className={`fill-card ${className}`} />;
  return (
    <>
      <path d={ENDS[state]} className="fill-none stroke-card stroke-[6]" />
      <path d={ENDS[state]} className={`fill-none ${className}`} />
    </>
  );
}
