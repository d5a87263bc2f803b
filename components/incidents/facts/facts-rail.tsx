import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/use-form";
import { ImpactCard } from "@/components/incidents/detail/impact-card";
import { ServicesCard } from "@/components/incidents/detail/services-card";
import { SeverityCard } from "@/components/incidents/detail/severity-card";
import { SignalsCard } from "@/components/incidents/detail/signals-card";
import type { IncidentDetail } from "@/db/queries/incident-detail";
import { factTexts, RATED_FACTS, SERVICE_FACTS } from "@/lib/domain/facts";
import type { Milestone } from "@/lib/domain/milestones";
import type { SeverityChange } from "@/lib/domain/severity-choice";
import { FactsForm } from "./facts-form";
import { WhatIfForm } from "./what-if-form";

export type FactActions = {
  changeSeverity: FormAction;
  explainSeverity: FormAction;
  changeFacts: FormAction;
};

type FactsRailProps = {
  detail: IncidentDetail;
  severityHistory: SeverityChange[];
  /** Left out for those who may not change them. */
  actions: FactActions | undefined;
  /** Between the verdict and the facts that it is made of. */
  children?: ReactNode;
};

/** How bad it is and why, with the forms that change what is known of it. */
export function FactsRail({ detail, severityHistory, actions, children }: FactsRailProps) {
  const { incident, record, analysis, milestones } = detail;
  const timeOf = (name: Milestone) =>
    milestones.find((milestone) => milestone.name === name)?.source ?? null;
  const change = actions && (
    <a
      href={`#fact-${RATED_FACTS[0]}`}
      className="touch-target mt-3 inline-block text-[0.8125rem] text-link hover:underline print:hidden"
    >
      Change the answers
    </a>
  );

  return (
    <>
      <SeverityCard
        incidentKey={incident.key}
        severity={analysis.severity}
        impact={record.impact ?? null}
        signals={record.signals ?? null}
        history={severityHistory}
        actions={actions && { change: actions.changeSeverity, explain: actions.explainSeverity }}
      >
        {actions && (
          <WhatIfForm
            action={actions.changeFacts}
            incidentKey={incident.key}
            declared={incident.severity}
            current={factTexts(record, RATED_FACTS)}
            times={{
              started: timeOf("started"),
              detected: timeOf("detected"),
              declared: timeOf("declared"),
              mitigated: timeOf("mitigated"),
              resolved: timeOf("resolved"),
            }}
          />
        )}
      </SeverityCard>
      {children}
      <ImpactCard impact={record.impact ?? null}>{change}</ImpactCard>
      <ServicesCard
        service={incident.service}
        affected={incident.affectedServices ?? []}
        dependent={record.signals?.dependent_services ?? []}
        context={record.context ?? null}
      >
        {actions && (
          <FactsForm
            action={actions.changeFacts}
            incidentKey={incident.key}
            summary="Change the services"
            facts={SERVICE_FACTS}
            current={factTexts(record, SERVICE_FACTS)}
          />
        )}
      </ServicesCard>
      <SignalsCard signals={record.signals ?? null}>{change}</SignalsCard>
    </>
  );
}
