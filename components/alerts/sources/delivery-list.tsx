import Link from "next/link";
import { Time } from "@/components/time";
import { Card } from "@/components/ui/card";
import type { DeliveryRow } from "@/db/queries/alert-sources";
import { DeliveryBadge } from "./delivery-badge";

/** What a source sent, the last first. */
export const DeliveryList = ({ deliveries }: { deliveries: DeliveryRow[] }) => (
  <Card>
    <ul className="divide-y divide-border">
      {deliveries.map(({ id, sourceId, state, lastReceivedAt, times, alertCount, problem }) => (
        <li key={id} className="grid gap-1 px-4 py-2.5 text-sm">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <DeliveryBadge state={state} />
            <Link
              href={`/alerts/sources/${sourceId}/deliveries/${id}`}
              className="touch-target text-link underline-offset-4 hover:underline"
            >
              <Time at={lastReceivedAt} />
            </Link>
            {alertCount > 0 && <span>{alertCount === 1 ? "1 alert" : `${alertCount} alerts`}</span>}
            {times > 1 && (
              <span className="text-muted-foreground">came {times.toLocaleString("en")} times</span>
            )}
          </p>
          {problem !== null && <p className="wrap-anywhere text-muted-foreground">{problem}</p>}
        </li>
      ))}
    </ul>
  </Card>
);
