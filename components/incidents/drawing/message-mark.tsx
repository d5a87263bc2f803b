import type { Mark } from "./marks";
import { PromiseMark } from "./promise-mark";

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
