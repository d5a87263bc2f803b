import type { ReactNode } from "react";
import { Table, TableBody, TableCell, TableRow } from "@/components/ui/table";
import type { BoardItem } from "@/db/queries/action-items";
import type { BoardFilters } from "@/lib/domain/board-filters";
import { COLUMN_COUNT, ItemTableHead } from "./item-table-head";
import { ItemTableRow } from "./item-table-row";

type ItemTableProps = {
  /** Each with how many items it has on all pages. */
  groups: { name: string; total: number; items: BoardItem[] }[];
  filters: BoardFilters;
  canEdit: boolean;
  /** Stands in an item's place while it is edited. */
  editor?: { id: number; form: ReactNode } | undefined;
};

/** Items as rows that can be ordered, with a heading for each group where they are put together. */
export function ItemTable({ groups, filters, canEdit, editor }: ItemTableProps) {
  return (
    <div className="rounded-lg border border-border bg-card">
      <Table label="Action items" className="[&_td]:px-2 [&_th]:px-2">
        <ItemTableHead filters={filters} />
        {groups.map(({ name, total, items }) => (
          <TableBody key={name}>
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
          </TableBody>
        ))}
      </Table>
    </div>
  );
}

function GroupHead({ name, count }: { name: string; count: number }) {
  return (
    <TableRow>
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
    </TableRow>
  );
}

/** The form keeps to the part of the table that can be seen. */
function EditorRow({ id, children }: { id: number; children: ReactNode }) {
  return (
    <TableRow id={`ai-${id}`} className="scroll-mt-20">
      <TableCell colSpan={COLUMN_COUNT} className="bg-muted">
        <div className="@container sticky inset-s-3 w-[calc(100vw-5rem)] max-w-3xl">{children}</div>
      </TableCell>
    </TableRow>
  );
}
