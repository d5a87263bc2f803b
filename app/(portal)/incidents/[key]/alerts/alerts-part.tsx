import { IncidentAlerts } from "@/components/alerts/incident-alerts";
import { countIncidentAlerts, listIncidentAlerts } from "@/db/queries/alerts";
import type { Viewer } from "@/lib/domain/viewer";

const PER_PAGE = 20;

type AlertsPartProps = {
  viewer: Viewer;
  incident: { id: number; key: string };
  asked: Record<string, string | string[] | undefined>;
};

/** The incident's alerts as the page's address asks for them. */
export function AlertsPart({ viewer, incident, asked }: AlertsPartProps) {
  const counts = countIncidentAlerts(viewer, incident.id);
  if (counts.all === 0) return null;
  const last = Math.ceil(counts.all / PER_PAGE);
  const isPage = typeof asked.alerts === "string" && /^[1-9]\d{0,5}$/.test(asked.alerts);
  const page = isPage ? Math.min(Number(asked.alerts), last) : 1;
  return (
    <IncidentAlerts
      incidentKey={incident.key}
      alerts={listIncidentAlerts(viewer, incident.id, { page, perPage: PER_PAGE })}
      counts={counts}
      page={page}
      perPage={PER_PAGE}
    />
  );
}
