import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Badge } from "@/components/ui/badge";
import type { AlertStatus, Disposition } from "@/lib/domain/alerts/alert";
import type { Severity } from "@/lib/domain/incident";

const STATUSES = {
  firing: { name: "Firing", variant: "danger" },
  acknowledged: { name: "Acknowledged", variant: "warning" },
  resolved: { name: "Resolved", variant: "success" },
} as const;

export function AlertStatusBadge({ status }: { status: AlertStatus }) {
  const { name, variant } = STATUSES[status];
  return <Badge variant={variant}>{name}</Badge>;
}

export const DISPOSITION_NAMES: Record<Disposition, string> = {
  waiting: "Waits for a person",
  attached: "Attached",
  declared: "Declared the incident",
  dropped: "Dropped",
};

type AlertSeverityProps = { severity: Severity | null; severityText: string | null };

/** What its severity means here, with the word that was sent, where that is another one. */
export function AlertSeverity({ severity, severityText }: AlertSeverityProps) {
  const isSame = severityText?.toUpperCase() === severity;
  return (
    <>
      {severity && <SeverityBadge severity={severity} />}
      {severityText !== null && !isSame && <span className="wrap-anywhere">{severityText}</span>}
    </>
  );
}
