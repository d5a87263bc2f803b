import type { ReactNode } from "react";
import type { IncidentDetail } from "@/db/queries/incident-detail";
import { cn } from "@/lib/utils";
import { WarningsCard } from "./warnings-card";

type RailProps = {
  detail: IncidentDetail;
  people: ReactNode;
  facts: ReactNode;
  className?: string;
};

/** What stands beside the story: the verdicts, the people and the facts. */
export function Rail({ detail, people, facts, className }: RailProps) {
  return (
    <aside
      aria-label="About this incident"
      className={cn("grid content-start gap-3 lg:gap-4", className)}
    >
      <WarningsCard warnings={detail.analysis.warnings} />
      {people}
      {facts}
    </aside>
  );
}
