import { TableHead } from "@/components/ui/table";
import type { ListedIncident } from "@/db/queries/incidents";
import type { IncidentView } from "@/lib/domain/incident-filters";
import { cn } from "@/lib/utils";
import { IncidentRow } from "./incident-row";

type IncidentTableProps = {
  incidents: ListedIncident[];
  view: IncidentView;
  /** When the next update is due, by incident id. */
  nextUpdates: ReadonlyMap<number, number>;
};

const COLUMNS = ["Severity", "Incident", "Status", "Services", "Commander", "Declared"];
const LAST_COLUMN: Readonly<Record<IncidentView, string>> = {
  open: "Next update",
  resolved: "Duration",
  all: "Next update or duration",
};
const HIDDEN: Readonly<Record<string, string>> = {
  Services: "max-xl:hidden",
  Commander: "max-lg:hidden",
};

/**
 * A table whose head stays in view; on narrow screens each row becomes a card. The roles are spelled
 * out because a browser forgets that a table is one once its display changes.
 */
export function IncidentTable({ incidents, view, nextUpdates }: IncidentTableProps) {
  return (
    <div className="rounded-lg border border-border bg-card max-md:border-0 max-md:bg-transparent">
      <table
        role="table"
        aria-label="Incidents"
        className="w-full border-separate border-spacing-0 max-md:block"
      >
        <thead role="rowgroup" className="max-md:sr-only">
          <tr role="row">
            {[...COLUMNS, LAST_COLUMN[view]].map((column) => (
              <TableHead
                key={column}
                role="columnheader"
                className={cn(
                  "sticky top-14 z-10 bg-card first:rounded-ss-lg last:rounded-se-lg",
                  HIDDEN[column],
                )}
              >
                {column}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-md:grid max-md:gap-2.5">
          {incidents.map((incident) => (
            <IncidentRow
              key={incident.id}
              incident={incident}
              nextUpdateDueAt={nextUpdates.get(incident.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
