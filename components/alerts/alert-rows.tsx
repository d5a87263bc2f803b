import Link from "next/link";
import { Time } from "@/components/time";
import { Checkbox } from "@/components/ui/checkbox";
import type { ListedAlert } from "@/db/queries/alerts";
import { AlertSeverity, AlertStatusBadge } from "./alert-marks";

type AlertRowsProps = {
  alerts: ListedAlert[];
  label: string;
  /** True where an alert's incident goes without saying. */
  isOfIncident?: boolean;
  /** True within a form that does something with those that are chosen. */
  canChoose?: boolean;
};

/** Alerts with where they come from and where they belong. */
export function AlertRows({ alerts, label, isOfIncident, canChoose }: AlertRowsProps) {
  return (
    <ul aria-label={label} className="divide-y divide-border">
      {alerts.map((alert) => (
        <li key={alert.id} className="flex items-start gap-3 px-4 py-3 text-sm">
          {canChoose && (
            <label className="flex min-h-6 items-center pointer-coarse:min-h-11">
              <Checkbox name="ids" value={alert.id} />
              <span className="sr-only">
                Choose {alert.title}, alert {alert.id}
              </span>
            </label>
          )}
          <div className="grid min-w-0 gap-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <AlertStatusBadge status={alert.status} />
              <AlertSeverity {...alert} />
              <Link
                href={`/alerts/${alert.id}`}
                prefetch={false}
                data-row
                className="touch-target font-medium text-link wrap-anywhere hover:underline"
              >
                {alert.title}
              </Link>
            </p>
            <p className="text-[0.8125rem] text-muted-foreground wrap-anywhere">
              {[alert.service, alert.sourceName].filter(Boolean).join(" · ")}
              {" · since "}
              <Time at={alert.startsAt} />
              {alert.lastSeenAt > alert.startsAt && (
                <>
                  {" · last heard of "}
                  <Time at={alert.lastSeenAt} show="age" />
                </>
              )}
              {alert.occurrences > 1 && ` · fired ${alert.occurrences} times`}
            </p>
            {!isOfIncident && alert.incidentKey !== null && (
              <p>
                <Link
                  href={`/incidents/${alert.incidentKey}`}
                  prefetch={false}
                  className="touch-target text-link wrap-anywhere hover:underline"
                >
                  {alert.incidentKey} {alert.incidentTitle}
                </Link>
              </p>
            )}
            {alert.reason !== null && <p className="wrap-anywhere">{alert.reason}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
