import { Time } from "@/components/time";
import type { PublicIncident } from "@/db/queries/public/status-page";
import { minutesBetween } from "@/lib/domain/time";
import { formatMinutes } from "@/lib/format";
import { StatusWord } from "./status-word";
import { UpdateText } from "./update-text";

/** Incidents with when they began, how long they lasted, and their last word. */
export function IncidentList({ incidents }: { incidents: PublicIncident[] }) {
  return (
    <ul className="space-y-4">
      {incidents.map(({ id, title, status, startedAt, resolvedAt, updates: [latest] }) => (
        <li key={id} className="rounded-xl border border-border bg-card p-5 shadow-xs">
          <h2 className="text-base font-semibold wrap-anywhere">
            <a href={`/status/incidents/${id}`} className="hover:underline">
              {title}
            </a>
          </h2>
          <p className="mt-1 flex flex-wrap gap-x-3 text-[0.8125rem] text-muted-foreground">
            <StatusWord status={status} />
            <Time at={startedAt} />
            {resolvedAt !== undefined && (
              <span>{formatMinutes(minutesBetween(startedAt, resolvedAt))}</span>
            )}
          </p>
          {latest && <UpdateText body={latest.body} className="mt-2 leading-relaxed" />}
        </li>
      ))}
    </ul>
  );
}
