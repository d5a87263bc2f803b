import type { Lane, Mark } from "./marks";

const TOP = 6;
const HEIGHT = 44;

export function ErrorRateMark({ mark: { x, width, level = 0 } }: { mark: Mark }) {
  return (
    <svg x={`${x + width / 2}%`} y={TOP + HEIGHT * (1 - level / 100)} className="overflow-visible">
      <circle r="3.5" className="fill-danger stroke-card forced-colors:fill-[CanvasText]" />
    </svg>
  );
}

/** Each value stays until the next one. */
export function ErrorRateLine({ line }: { line: NonNullable<Lane["line"]> }) {
  const steps = line.map(({ x, level }, index) => {
    const y = Math.round(10 * (100 - level)) / 10;
    return index === 0 ? `M${x} ${y}` : `H${x}V${y}`;
  });
  return (
    <svg
      y={TOP}
      width="100%"
      height={HEIGHT}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="overflow-visible"
    >
      <path d="M0 100H100" vectorEffect="non-scaling-stroke" className="fill-none stroke-border" />
      <path
        d={steps.join("")}
        vectorEffect="non-scaling-stroke"
        className="fill-none stroke-danger stroke-2"
      />
    </svg>
  );
}
