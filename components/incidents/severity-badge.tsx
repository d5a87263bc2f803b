import { Circle, Diamond, Octagon, Triangle } from "lucide-react";
import type { Severity } from "@/lib/domain/incident";
import { cn } from "@/lib/utils";

const LOOKS = {
  SEV1: { name: "Critical", Icon: Octagon, filled: true, colour: "bg-sev1 text-sev1-foreground" },
  SEV2: { name: "Major", Icon: Triangle, filled: true, colour: "bg-sev2 text-sev2-foreground" },
  SEV3: { name: "Moderate", Icon: Diamond, filled: false, colour: "bg-sev3 text-sev3-foreground" },
  SEV4: { name: "Minor", Icon: Circle, filled: false, colour: "bg-sev4 text-sev4-foreground" },
} as const satisfies Record<Severity, object>;

type SeverityBadgeProps = { severity: Severity; withName?: boolean; className?: string };

/** Severity as a shape and a word; the colour only repeats them. */
export function SeverityBadge({ severity, withName = false, className }: SeverityBadgeProps) {
  const { name, Icon, filled, colour } = LOOKS[severity];
  return (
    <span
      className={cn(
        "inline-flex w-fit shrink-0 items-center gap-1 rounded-sm border border-transparent px-1.5 align-middle",
        "text-xs leading-5 font-semibold whitespace-nowrap tabular-nums",
        colour,
        className,
      )}
    >
      <Icon
        aria-hidden
        strokeWidth={filled ? 1 : 2.5}
        strokeLinejoin="miter"
        className={cn("size-3 shrink-0", filled && "fill-current")}
      />
      {severity}
      {withName && <span className="font-medium">{name}</span>}
    </span>
  );
}
