import type { ListedIncident } from "@/db/queries/incidents";
import { IncidentRow } from "./incident-row";
import { TableHead } from "@/components/ui/table";

type IncidentTableProps = {
  incidents: ListedIncident[];
  /** When the next update is due, by incident id. */
  nextUpdates: ReadonlyMap<number, number>;
};

const COLUMNS = ["Severity", "Incident", "Status", "Services", "Commander", "Declared", "Duration"];
const HIDDEN: Readonly<Record<string, string>> = {
  Services: "max-lg:hidden",
  Duration: "max-xl:hidden",
};

/**
 * A table whose head stays in view; on narrow screens each row becomes a card. The roles are spelled
 * out because a browser forgets that a table is one once its display changes.
 */
export function IncidentTable({ incidents, nextUpdates }: IncidentTableProps) {
  return (
    <div className="rounded-lg border border-border bg-card max-sm:border-0 max-sm:bg-transparent">
      <table
        role="table"
        aria-label="Incidents"
        className="w-full border-separate border-spacing-0 max-sm:block"
      >
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row">
            {COLUMNS.map((column) => (
              <TableHead
                key={column}
                role="columnheader"
                className={`sticky top-14 z-10 bg-card first:rounded-ss-lg last:rounded-se-lg ${HIDDEN[column] ?? ""}`}
              >
                {column}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:grid max-sm:gap-2.5">
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
