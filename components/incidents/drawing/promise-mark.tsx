import type { PromiseLine } from "./marks";

const PROMISES_AT = 8;

const LINES = {
  kept: { className: "stroke-success stroke-2", dash: undefined, end: "M-5-1-1 3 5-5" },
  missed: { className: "stroke-danger stroke-2", dash: undefined, end: "M-4-4 4 4M4-4-4 4" },
  open: { className: "stroke-info stroke-2", dash: "2 3", end: undefined },
} as const;

/** Kept ends in a check. Missed goes on, broken, to the answer and ends in a cross. Open is dotted to a ring. */
export function PromiseMark({ from, promise }: { from: number; promise: PromiseLine }) {
  const { state, due, answered, isBeyond } = promise;
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
        <PromiseEnd state={state} isBeyond={isBeyond} />
      </svg>
    </>
  );
}

type PromiseEndProps = Pick<PromiseLine, "state" | "isBeyond">;

export function PromiseEnd({ state, isBeyond }: PromiseEndProps) {
  const { className, end } = LINES[state];
  if (isBeyond) return <path d="M-4-5 3 0-4 5" className={`fill-none ${className}`} />;
  if (end === undefined) return <circle r="4" className={`fill-card ${className}`} />;
  return (
    <>
      <path d={end} className="fill-none stroke-card stroke-[6]" />
      <path d={end} className={`fill-none ${className}`} />
    </>
  );
}
