import type { Mark } from "./marks";

/** A frame around the mark that is named below. */
export function MarkCursor({ mark: { x, width }, height }: { mark: Mark; height: number }) {
  const frame = {
    y: 1,
    height: height - 2,
    rx: 4,
    className: "pointer-events-none fill-none stroke-ring stroke-2 print:hidden",
  };
  if (width > 2) return <rect x={`${x}%`} width={`${width}%`} {...frame} />;
  return (
    <svg x={`${x + width / 2}%`} className="overflow-visible">
      <rect x={-11} width={22} {...frame} />
    </svg>
  );
}
