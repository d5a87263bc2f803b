"use client";

import { useRef, useState } from "react";
import { TableHead } from "@/components/ui/table";
import type { ListedIncident } from "@/db/queries/incidents";
import type { IncidentView } from "@/lib/domain/incident-filters";
import { cn } from "@/lib/utils";
import { IncidentRow } from "./incident-row";
import { SelectionBar } from "./selection-bar";

export type ListRow = ListedIncident & {
  /** When its next update is due. */
  dueAt: number | undefined;
};

type IncidentTableProps = { rows: ListRow[]; view: IncidentView };

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

/** What all rows and cells have in common, said once: a page of them is long enough. */
const ROWS = cn(
  "max-md:grid max-md:gap-2.5 *:has-[td_input:checked]:bg-info-surface md:*:hover:bg-accent/60",
  "max-md:*:relative max-md:*:grid max-md:*:grid-cols-[auto_1fr_auto] max-md:*:items-center",
  "max-md:*:gap-x-3 max-md:*:gap-y-1.5 max-md:*:rounded-lg max-md:*:border max-md:*:border-border",
  "max-md:*:bg-card max-md:*:px-3.5 max-md:*:py-3",
  "[&_td]:align-middle max-md:[&_td]:empty:hidden md:[&_td]:h-11 md:[&_td]:px-3 md:[&_td]:py-1.5",
  "md:[&_td]:border-b md:[&_td]:border-border md:[&_tr:last-child>td]:border-b-0",
);

/**
 * A table whose head stays in view; on narrow screens each row becomes a card. The roles are spelled
 * out because a browser forgets that a table is one once its display changes. As a client component it
 * gets its rows as values, and not as elements besides.
 */
export function IncidentTable({ rows, view }: IncidentTableProps) {
  const form = useRef<HTMLFormElement>(null);
  const [selected, setSelected] = useState(0);
  const count = () => setSelected(new FormData(form.current ?? undefined).getAll("key").length);

  return (
    <div className="group/list" onChange={count}>
      <div className="rounded-lg border border-border bg-card max-md:border-0 max-md:bg-transparent">
        <table
          role="table"
          aria-label="Incidents"
          className="w-full border-separate border-spacing-0 max-md:block"
        >
          <thead role="rowgroup" className="max-md:sr-only">
            <tr role="row">
              <TableHead role="columnheader" className={cn(HEAD, "w-px pe-0")}>
                <span className="sr-only">Select</span>
              </TableHead>
              {[...COLUMNS, LAST_COLUMN[view]].map((column) => (
                <TableHead key={column} role="columnheader" className={cn(HEAD, HIDDEN[column])}>
                  {column}
                </TableHead>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" className={ROWS}>
            {rows.map((row) => (
              <IncidentRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <SelectionBar form={form} count={selected} onReset={() => setSelected(0)} />
    </div>
  );
}

const HEAD = "sticky top-14 z-10 bg-card first:rounded-ss-lg last:rounded-se-lg";
