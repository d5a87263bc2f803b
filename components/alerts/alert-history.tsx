import Link from "next/link";
import { Time } from "@/components/time";
import type { AlertDetail } from "@/db/queries/alerts";
import { AlertStatusBadge } from "./alert-marks";

type AlertHistoryProps = { changes: AlertDetail["changes"]; showsDeliveries: boolean };

/** What happened to an alert, the latest first. */
export function AlertHistory({ changes, showsDeliveries }: AlertHistoryProps) {
  if (changes.length === 0) return <p className="text-muted-foreground">Nothing is kept of it.</p>;
  return (
    <ol className="grid gap-2">
      {changes.map(({ id, at, status, severityText, deliveryId, sourceId }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Time at={at} className="tabular-nums" />
          <AlertStatusBadge status={status} />
          {severityText !== null && <span className="wrap-anywhere">{severityText}</span>}
          {showsDeliveries && deliveryId !== null && sourceId !== null && (
            <Link
              href={`/alerts/sources/${sourceId}/deliveries/${deliveryId}`}
              prefetch={false}
              className="touch-target text-link hover:underline"
            >
              As it came<span className="sr-only">, delivery {deliveryId}</span>
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
