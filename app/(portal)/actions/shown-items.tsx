import type { ReactNode } from "react";
import { ActionItemBoard } from "@/components/action-items/action-item-board";
import { ActionItemEditor } from "@/components/action-items/action-item-editor";
import { Guided } from "@/components/action-items/deadlines/guided";
import { EmptyBoard } from "@/components/action-items/empty-board";
import { BulkEdit } from "@/components/action-items/table/bulk-edit";
import { ItemTable } from "@/components/action-items/table/item-table";
import { TablePages } from "@/components/action-items/table/table-pages";
import { cardOf, listOwners, rowOf, type BoardItem } from "@/db/queries/action-items";
import { deadlineGuide } from "@/db/queries/deadline-guide";
import { listTeams } from "@/db/queries/teams";
import { boardPath, type BoardFilters } from "@/lib/domain/board-filters";
import { groupsOf, pageOfGroups } from "@/lib/domain/board-groups";
import { inOrderOf } from "@/lib/domain/board-order";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import { editActionItemAction, moveCardAction } from "./actions";
import { changeItemsAction } from "./bulk/actions";

type ShownItemsProps = {
  viewer: Viewer;
  filters: BoardFilters;
  items: BoardItem[];
  /** The item whose form is open. */
  edited: number | undefined;
};

/** The items as columns, as a list or as a table. */
export function ShownItems({ viewer, filters, items, edited }: ShownItemsProps) {
  if (items.length === 0) return <EmptyBoard filters={filters} />;
  const item = items.find(({ id }) => id === edited);
  const shown = { viewer, filters, items };
  const editor =
    item && can(viewer, "action-item:edit")
      ? { id: item.id, form: <Editor viewer={viewer} filters={filters} item={item} /> }
      : undefined;
  return filters.view === "table" ? (
    <Rows {...shown} editor={editor} />
  ) : (
    <Cards {...shown} editor={editor} />
  );
}

type EditorProps = { viewer: Viewer; filters: BoardFilters; item: BoardItem };

function Editor({ viewer, filters, item }: EditorProps) {
  const owners = listOwners(viewer);
  return (
    <Guided guide={deadlineGuide(viewer, { key: item.incidentKey, owners, item })}>
      <ActionItemEditor
        key={item.id}
        card={cardOf(item)}
        owners={owners}
        teams={listTeamChoices()}
        back={boardPath(filters)}
        editAction={editActionItemAction}
      />
    </Guided>
  );
}

type ViewProps = Omit<ShownItemsProps, "edited"> & {
  editor: { id: number; form: ReactNode } | undefined;
};

function Cards({ viewer, filters, items, editor }: ViewProps) {
  const { group } = filters;
  const groups = group && group !== "status" ? groupsOf(items, group) : undefined;
  return (
    <ActionItemBoard
      cards={items.map(cardOf)}
      lanes={groups?.map(({ name, items }) => ({ name, ids: items.map(({ id }) => id) }))}
      view={filters.view === "table" ? undefined : filters.view}
      canMove={can(viewer, "action-item:move")}
      moveAction={moveCardAction}
      tablePath={boardPath({ ...filters, view: "table" })}
      editPath={can(viewer, "action-item:edit") ? boardPath(filters) : undefined}
      editor={editor}
    />
  );
}

const ROWS_PER_PAGE = 50;

function Rows({ viewer, filters, items, editor }: ViewProps) {
  const { group, sort = "status", isDescending } = filters;
  const sorted = inOrderOf(items, sort, isDescending);
  const all = group ? groupsOf(sorted, group) : [{ name: "", items: sorted }];
  const { groups, page, pages } = pageOfGroups(all, filters.page ?? 1, ROWS_PER_PAGE);
  const rows = groups.map(({ items, ...group }) => ({ ...group, items: items.map(rowOf) }));
  const canEdit = can(viewer, "action-item:edit");
  const table = <ItemTable groups={rows} filters={filters} canEdit={canEdit} editor={editor} />;
  return (
    <>
      {canEdit ? (
        <BulkEdit
          choices={{
            owners: listOwners(viewer),
            teams: listTeamChoices(),
          }}
          action={changeItemsAction}
        >
          {table}
        </BulkEdit>
      ) : (
        table
      )}
      <TablePages filters={filters} page={page} pages={pages} />
    </>
  );
}

const listTeamChoices = () => listTeams().map(({ id, name }) => ({ id, name }));
