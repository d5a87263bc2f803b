"use client";

import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import type { ItemRow } from "@/db/queries/action-items";
import type { BoardFilters } from "@/lib/domain/board-filters";
import { cn } from "@/lib/utils";
import { COLUMN_COUNT, ItemTableHead } from "./item-table-head";
import { ItemTableRow } from "./item-table-row";

type ItemTableProps = {
  /** Each with how many items it has on all pages. */
  groups: { name: string; total: number; items: ItemRow[] }[];
  filters: BoardFilters;
  canEdit: boolean;
  /** Stands in an item's place while it is edited. */
  editor?: { id: number; form: ReactNode } | undefined;
};

/** What all cells have in common, said once: a page of them is long enough. */
const CELLS = cn(
  "[&_td]:h-11 [&_td]:border-b [&_td]:border-border [&_td]:px-2 [&_td]:py-2 [&_th]:px-2",
  "[&_tbody:last-child>tr:last-child>td]:border-b-0",
);

/**
 * Items as rows that can be ordered, with a heading for each group where they are put together. As a
 * client component it gets its rows as values, and not as elements besides.
 */
export function ItemTable({ groups, filters, canEdit, editor }: ItemTableProps) {
  return (
    <div className="rounded-lg border border-border bg-card">
      <Table label="Action items" className={CELLS}>
        <ItemTableHead filters={filters} />
        {groups.map(({ name, total, items }) => (
          <tbody key={name}>
            {filters.group && <GroupHead name={name} count={total} />}
            {items.map((item) =>
              item.id === editor?.id ? (
                <EditorRow key={item.id} id={item.id}>
                  {editor.form}
                </EditorRow>
              ) : (
                <ItemTableRow key={item.id} item={item} filters={filters} canEdit={canEdit} />
              ),
            )}
          </tbody>
        ))}
      </Table>
    </div>
  );
}

function GroupHead({ name, count }: { name: string; count: number }) {
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={COLUMN_COUNT}
        className="border-b border-border bg-muted px-3 py-2 text-start font-semibold"
      >
        <span className="sticky inset-s-3">
          {name}{" "}
          <span className="text-xs font-normal text-muted-foreground tabular-nums">{count}</span>
        </span>
      </th>
    </tr>
  );
}

/** The form keeps to the part of the table that can be seen. */
function EditorRow({ id, children }: { id: number; children: ReactNode }) {
  return (
    <tr id={`ai-${id}`} className="scroll-mt-20">
      <td colSpan={COLUMN_COUNT} className="bg-muted">
        <div className="@container sticky inset-s-3 w-[calc(100vw-5rem)] max-w-3xl">{children}</div>
      </td>
    </tr>
  );
}
