import { Time } from "@/components/time";
import type { Duplicate } from "@/db/queries/merges";
import { IncidentLine } from "./incident-line";

export function DuplicateItem({ duplicate }: { duplicate: Duplicate }) {
  const { mergedAt, mergedBy } = duplicate;
  return (
    <li>
      <IncidentLine incident={duplicate} />
      {mergedAt !== null && (
        <p className="text-xs text-muted-foreground">
          Merged by {mergedBy}, <Time at={mergedAt} />
        </p>
      )}
    </li>
  );
}
