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
      className={cn(
        "grid grid-flow-dense grid-cols-2 content-start gap-2 lg:grid-cols-1 lg:gap-4",
        className,
      )}
    >
      <WarningsCard warnings={detail.analysis.warnings} className="max-lg:col-span-2" />
      {people}
      {facts}
    </aside>
  );
}
