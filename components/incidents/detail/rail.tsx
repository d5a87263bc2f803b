import type { IncidentDetail } from "@/db/queries/incident-detail";
import { cn } from "@/lib/utils";
import { ImpactCard } from "./impact-card";
import { PeopleCard } from "./people-card";
import { ServicesCard } from "./services-card";
import { SeverityCard } from "./severity-card";
import { SignalsCard } from "./signals-card";
import { WarningsCard } from "./warnings-card";

/** What stands beside the story: the verdicts, the people and the facts. */
export function Rail({ detail, className }: { detail: IncidentDetail; className?: string }) {
  const { incident, record, analysis, people, onCall } = detail;
  return (
    <aside
      aria-label="About this incident"
      className={cn("grid content-start gap-3 lg:gap-4", className)}
    >
      <WarningsCard warnings={analysis.warnings} />
      <SeverityCard
        severity={analysis.severity}
        impact={record.impact ?? null}
        signals={record.signals ?? null}
      />
      <PeopleCard
        people={people}
        onCall={onCall}
        lacksCommander={!incident.isOver && !incident.commander}
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
