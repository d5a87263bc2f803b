import { Time } from "@/components/time";
import type { PublicIncident } from "@/db/queries/public/status-page";
import { minutesBetween } from "@/lib/domain/time";
import { formatMinutes } from "@/lib/format";
import { StatusWord } from "./status-word";

const ROW = "flex flex-wrap gap-x-1.5";
const TERM = "text-muted-foreground";

/** Where the incident stands, and from when to when it lasted. */
export function IncidentFacts({ incident }: { incident: PublicIncident }) {
  const { status, startedAt, resolvedAt } = incident;
  return (
    <dl className="my-4 flex flex-wrap gap-x-6 gap-y-1">
      <div className={ROW}>
        <dt className="sr-only">Status</dt>
        <dd>
          <StatusWord status={status} />
        </dd>
      </div>
      <div className={ROW}>
        <dt className={TERM}>Reported</dt>
        <dd>
          <Time at={startedAt} />
        </dd>
      </div>
      {resolvedAt !== undefined && (
        <>
          <div className={ROW}>
            <dt className={TERM}>Resolved</dt>
            <dd>
              <Time at={resolvedAt} />
            </dd>
          </div>
          <div className={ROW}>
            <dt className={TERM}>Lasted</dt>
            <dd>{formatMinutes(minutesBetween(startedAt, resolvedAt))}</dd>
          </div>
        </>
      )}
    </dl>
  );
}
