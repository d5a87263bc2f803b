import { INCIDENT_STATUSES, type IncidentStatus } from "@/lib/domain/incident";
import { PUBLIC_STATUS_LABELS } from "@/lib/domain/public-status";
import { cn } from "@/lib/utils";
import { STATUS_TEXT } from "./tones";

/** How far an incident has come on its way to resolved. */
export function Progress({ status }: { status: IncidentStatus }) {
  const reached = INCIDENT_STATUSES.indexOf(status);
  return (
    <ol aria-label="Progress" className="grid grid-cols-4 gap-1.5 text-[0.6875rem] sm:text-xs">
      {INCIDENT_STATUSES.map((step, index) => (
        <li
          key={step}
          aria-current={step === status ? "step" : undefined}
          className={cn(
            "border-t-4 pt-1.5",
            index <= reached ? "border-current" : "border-border",
            index <= reached ? STATUS_TEXT[status] : "text-muted-foreground",
            step === status && "font-semibold",
          )}
        >
          {PUBLIC_STATUS_LABELS[step]}
        </li>
      ))}
    </ol>
  );
}
