import type { ReactNode } from "react";
import type { IncidentDetail } from "@/db/queries/incident-detail";
import { cn } from "@/lib/utils";
import { ImpactCard } from "./impact-card";
import { ServicesCard } from "./services-card";
import { SeverityCard } from "./severity-card";
import { SignalsCard } from "./signals-card";
import { WarningsCard } from "./warnings-card";

type RailProps = { detail: IncidentDetail; people: ReactNode; className?: string };

/** What stands beside the story: the verdicts, the people and the facts. */
export function Rail({ detail, people, className }: RailProps) {
  const { incident, record, analysis } = detail;
  return (
    <aside
      aria-label="About this incident"
      className={cn("grid content-start gap-3 lg:gap-4", className)}
    >
      <WarningsCard warnings={analysis.warnings} />
      {people}
      <SeverityCard
        severity={analysis.severity}
        impact={record.impact ?? null}
        signals={record.signals ?? null}
      />
      <ImpactCard impact={record.impact ?? null} />
      <ServicesCard
        service={incident.service}
        affected={incident.affectedServices ?? []}
        dependent={record.signals?.dependent_services ?? []}
        context={record.context ?? null}
      />
      <SignalsCard signals={record.signals ?? null} />
    </aside>
  );
}
