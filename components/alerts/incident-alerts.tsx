import { Section } from "@/components/incidents/detail/section";
import { PagesNav } from "@/components/shell/pages-nav";
import type { ListedAlert } from "@/db/queries/alerts";
import { AlertRows } from "./alert-rows";

type IncidentAlertsProps = {
  incidentKey: string;
  alerts: ListedAlert[];
  counts: { open: number; resolved: number; all: number };
  page: number;
  perPage: number;
};

/** The alerts that belong to an incident, page by page; nothing where there are none. */
export function IncidentAlerts({
  incidentKey,
  alerts,
  counts,
  page,
  perPage,
}: IncidentAlertsProps) {
  if (counts.all === 0) return null;
  return (
    <Section
      id="alerts"
      title="Alerts"
      aside={
        <span className="text-[0.8125rem] text-muted-foreground tabular-nums">
          {counts.open} open, {counts.resolved} resolved
        </span>
      }
    >
      <div className="-mx-4">
        <AlertRows alerts={alerts} label="Alerts of this incident" isOfIncident />
      </div>
      <PagesNav
        page={page}
        perPage={perPage}
        total={counts.all}
        to={(next) => `/incidents/${incidentKey}?alerts=${next}#alerts`}
      />
    </Section>
  );
}
