import type { PublicIncident } from "@/db/queries/public/status-page";
import { StatusWord } from "./status-word";
import { UpdateList } from "./update-list";

/** What one day saw of an incident. One that still goes on stands in full above, so here it is a line. */
export function DayIncident({ incident }: { incident: PublicIncident }) {
  const { id, title, status, updates } = incident;
  const isActive = status !== "resolved";
  return (
    <article>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 leading-6">
        <h4 className="font-semibold wrap-anywhere">
          <a href={`/status/incidents/${id}`} className="touch-target hover:underline">
            {title}
          </a>
        </h4>
        {isActive && <StatusWord status={status} className="text-[0.8125rem]" />}
      </div>
      {isActive && <p className="text-muted-foreground">Still active: see above.</p>}
      {!isActive && updates.length === 0 && (
        <p className="text-muted-foreground">Went on without an update on this day.</p>
      )}
      {!isActive && <UpdateList incidentId={id} updates={updates} withinDay className="mt-3" />}
    </article>
  );
}
