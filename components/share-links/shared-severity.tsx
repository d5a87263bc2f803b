import type { Severity } from "@/lib/domain/incident";
import { cn } from "@/lib/utils";

const LOOKS: Record<Severity, { name: string; colour: string }> = {
  SEV1: { name: "Critical", colour: "bg-sev1 text-sev1-foreground" },
  SEV2: { name: "Major", colour: "bg-sev2 text-sev2-foreground" },
  SEV3: { name: "Moderate", colour: "bg-sev3 text-sev3-foreground" },
  SEV4: { name: "Minor", colour: "bg-sev4 text-sev4-foreground" },
};

export function SharedSeverity({ severity }: { severity: Severity }) {
  const { name, colour } = LOOKS[severity];
  return (
    <span
      className={cn(
        "rounded-sm border border-transparent px-1.5 text-xs leading-5 font-semibold",
        colour,
      )}
    >
      {severity} {name}
    </span>
  );
}
