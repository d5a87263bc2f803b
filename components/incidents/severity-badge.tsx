import type { Severity } from "@/lib/domain/incident";
import { cn } from "@/lib/utils";

/** Its name, its shape in a square of 12, and its colours. Lists are full of them, so they are small. */
const LOOKS = {
  SEV1: {
    name: "Critical",
    shape: "M4 1h4l3 3v4l-3 3H4L1 8V4z",
    colour: "bg-sev1 text-sev1-foreground",
  },
  SEV2: { name: "Major", shape: "M6 1l5.5 10H.5z", colour: "bg-sev2 text-sev2-foreground" },
  SEV3: { name: "Moderate", shape: "M6 1l5 5-5 5-5-5z", colour: "bg-sev3 text-sev3-foreground" },
  SEV4: {
    name: "Minor",
    shape: "M1.5 6a4.5 4.5 0 109 0 4.5 4.5 0 10-9 0z",
    colour: "bg-sev4 text-sev4-foreground",
  },
} as const satisfies Record<Severity, object>;

const BADGE =
  "inline-flex w-fit shrink-0 items-center gap-1 rounded-sm border border-transparent px-1.5 align-middle text-xs leading-5 font-semibold whitespace-nowrap tabular-nums";
const FILLED: readonly Severity[] = ["SEV1", "SEV2"];

type SeverityBadgeProps = { severity: Severity; withName?: boolean; className?: string };

/** Severity as a shape and a word; the colour only repeats them. */
export function SeverityBadge({ severity, withName = false, className }: SeverityBadgeProps) {
  const { name, shape, colour } = LOOKS[severity];
  return (
    <span className={className ? cn(BADGE, colour, className) : `${BADGE} ${colour}`}>
      <svg aria-hidden viewBox="0 0 12 12" className="size-3 shrink-0">
        <path
          d={shape}
          fill={FILLED.includes(severity) ? "currentColor" : "none"}
          stroke="currentColor"
        />
      </svg>
      {severity}
      {withName && <span className="font-medium">{name}</span>}
    </span>
  );
}
