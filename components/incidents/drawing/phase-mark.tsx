import { humanize } from "@/lib/format";
import type { Mark } from "./marks";
import { colourOf } from "./phase-colours";

const BAR = { y: 17, height: 18 };
const NAME_NEEDS = 12; // percent of the width
const NAME_NEEDS_ON_PHONES = 25;

/** A phase as a bar under its name, where that fits; a milestone as a pin through the bars. */
export function PhaseMark({ mark: { x, width, shape } }: { mark: Mark }) {
  if (shape === "milestone") {
    return (
      <svg x={`${x}%`} className="overflow-visible">
        <path d="M0 14V41" className="fill-none stroke-card stroke-[4]" />
        <path d="M0 14V41" className="fill-none stroke-foreground stroke-[1.5]" />
        <circle cy="45" r="4" className="fill-card stroke-foreground stroke-2" />
      </svg>
    );
  }
  return (
    <>
      {width >= NAME_NEEDS && (
        <text
          x={`${x}%`}
          y="11"
          className={`fill-foreground text-[11px] font-medium ${width < NAME_NEEDS_ON_PHONES ? "max-sm:hidden" : ""}`}
        >
          {humanize(shape)}
        </text>
      )}
      <rect
        x={`${x}%`}
        width={`${width}%`}
        {...BAR}
        className={`${colourOf(shape)} stroke-card forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]`}
      />
    </>
  );
}
