import type { Mark } from "./marks";

export function GapMark({ mark: { x, width } }: { mark: Mark }) {
  return (
    <rect
      x={`${x}%`}
      y="4"
      width={`${width}%`}
      height="16"
      fill="url(#gap-hatch)"
      className="stroke-muted-foreground forced-colors:stroke-[CanvasText]"
    />
  );
}

const ARROWS: ReadonlyMap<string, string> = new Map([
  ["deployment", "M-6-6H6L0 6Z"],
  ["earlier", "M-7-6V6L-18 0Z"],
  ["later", "M7-6V6L18 0Z"],
]);

/** A deployment points down at its moment, or sideways to where it lies outside of the drawing. */
export function DeploymentMark({ mark: { x, width, shape } }: { mark: Mark }) {
  return (
    <svg x={`${x + width / 2}%`} y="13" className="overflow-visible">
      <path d={ARROWS.get(shape)} className="fill-status-maintenance stroke-card" />
    </svg>
  );
}
