import { Plus } from "lucide-react";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { ActionsNav } from "@/components/action-items/actions-nav";
import { AddActionItem } from "@/components/action-items/add-action-item";
import { BoardFilterForm } from "@/components/action-items/board-filters";
import { BoardTabs } from "@/components/action-items/board-tabs";
import { Guided } from "@/components/action-items/deadlines/guided";
import { ExportLinks } from "@/components/action-items/numbers/export-links";
import { ShownSet } from "@/components/action-items/shown-set";
import { ViewSwitch } from "@/components/action-items/view-switch";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { getBoard, listNewestIncidents, listOwners } from "@/db/queries/action-items";
import { deadlineGuide } from "@/db/queries/deadline-guide";
import { itemStart } from "@/db/queries/item-start";
import { listTeams } from "@/db/queries/teams";
import { requireViewer } from "@/lib/auth/viewer";
import { NO_TEAM } from "@/lib/domain/board-fit";
import {
  boardPath,
  boardQuery,
  parseBoardFilters,
  parseEditedCard,
  type BoardFilters,
} from "@/lib/domain/board-filters";
import { can } from "@/lib/domain/permissions";
import { addActionItemAction } from "./actions";
import { ShownItems } from "./shown-items";

export const metadata = { title: "Actions" };

type ActionsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ActionsPage({ searchParams }: ActionsPageProps) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const filters = parseBoardFilters(params);
  if (Object.values(params).includes("")) redirect(boardPath(filters));
  const teams = listTeams();
  const { board } = filters;
  const boards = [undefined, "mine", NO_TEAM, ...teams.map(({ slug }) => slug)];
  if (!boards.includes(board)) notFound();

  const { items, total, choices } = getBoard(viewer, filters);
  const canEdit = can(viewer, "action-item:edit");
  const owners = listOwners(viewer);

  return (
    <>
      <PageHeader
        title="Actions"
        description={countWords(items.length, total)}
        actions={
          <>
            <ExportLinks query={boardQuery(filters)} />
            {canEdit && <AddButton filters={filters} />}
          </>
        }
      />
      <ActionsNav shown="board" />
      {canEdit && params.add !== undefined && (
        <Guided guide={deadlineGuide(viewer, { owners })}>
          <AddActionItem
            start={itemStart(viewer, filters.incident, Number(params.event))}
            incidents={listNewestIncidents(viewer)}
            owners={owners}
            back={boardPath(filters)}
            addAction={addActionItemAction}
          />
        </Guided>
      )}
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <BoardTabs filters={filters} teams={teams} />
        <ViewSwitch filters={filters} />
      </div>
      <div className="mb-4">
        <BoardFilterForm filters={filters} choices={choices} />
      </div>
      <ShownSet filters={filters} />
      <ShownItems
        viewer={viewer}
        filters={filters}
        items={items}
        edited={parseEditedCard(params)}
      />
    </>
  );
}

function countWords(count: number, total: number): string {
  const items = total === 1 ? "action item" : "action items";
  return count === total ? `${total} ${items}` : `${count} of ${total} ${items}`;
}

function AddButton({ filters }: { filters: BoardFilters }) {
  return (
    <Button asChild>
      <Link href={boardPath(filters, { add: "1" })}>
        <Plus aria-hidden />
        Add action item
      </Link>
    </Button>
  );
}
