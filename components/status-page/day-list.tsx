import type { PublicIncident } from "@/db/queries/public/status-page";
import type { PublicDay } from "@/lib/domain/public-days";
import { toUtc } from "@/lib/domain/time";
import { formatDay } from "@/lib/format";
import { cn } from "@/lib/utils";
import { DayIncident } from "./day-incident";

/** Day by day, today first: what happened, or that nothing did. */
export function DayList({ days }: { days: PublicDay<PublicIncident>[] }) {
  return (
    <ol>
      {days.map(({ at, incidents }) => (
        <li
          key={at}
          className={cn(
            "grid gap-x-6 gap-y-2 border-t border-border py-3.5 sm:grid-cols-[9.5rem_1fr]",
            incidents.length === 0 && "grid-cols-[8rem_1fr]",
          )}
        >
          <h3 className="text-sm leading-6 font-medium">
            <time dateTime={toUtc(at).slice(0, 10)}>{formatDay(at)}</time>
          </h3>
          {incidents.length === 0 ? (
            <p className="leading-6 text-muted-foreground">No incidents reported.</p>
          ) : (
            <div className="space-y-6">
              {incidents.map((incident) => (
                <DayIncident key={incident.id} incident={incident} />
              ))}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
