import { Plus } from "lucide-react";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ActionItemBoard } from "@/components/action-items/action-item-board";
import { ActionItemEditor } from "@/components/action-items/action-item-editor";
import { AddActionItem } from "@/components/action-items/add-action-item";
import { BoardFilterForm } from "@/components/action-items/board-filters";
import { EmptyBoard } from "@/components/action-items/empty-board";
import { ViewSwitch } from "@/components/action-items/view-switch";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import {
  cardOf,
  choicesIn,
  listBoardCards,
  listNewestIncidents,
  listOwners,
} from "@/db/queries/action-items";
import { requireViewer } from "@/lib/auth/viewer";
import { utcToday } from "@/lib/clock";
import { boardPath, parseBoardFilters, parseEditedCard } from "@/lib/domain/board-filters";
import { can } from "@/lib/domain/permissions";
import { addActionItemAction, editActionItemAction, moveCardAction } from "./actions";

export const metadata = { title: "Actions" };

type ActionsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ActionsPage({ searchParams }: ActionsPageProps) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const filters = parseBoardFilters(params);
  if (Object.values(params).includes("")) redirect(boardPath(filters));
  const view = filters.view === "table" ? undefined : filters.view;
  const today = utcToday();

  const cards = listBoardCards(viewer, filters).map(cardOf);
  const choices = choicesIn(listBoardCards(viewer));
  const canEdit = can(viewer, "action-item:edit");
  const path = boardPath(filters);
  const edited = canEdit ? cards.find(({ id }) => id === parseEditedCard(params)) : undefined;

  return (
    <>
      <PageHeader
        title="Actions"
        description={`${cards.length} ${cards.length === 1 ? "action item" : "action items"}`}
        actions={
          canEdit && (
            <Button asChild>
              <Link href={boardPath(filters, { add: "1" })}>
                <Plus aria-hidden />
                Add action item
              </Link>
            </Button>
          )
        }
      />
      {canEdit && params.add !== undefined && (
        <AddActionItem
          incident={filters.incident}
          incidents={listNewestIncidents(viewer)}
          owners={listOwners(viewer)}
          back={boardPath({ view, incident: filters.incident })}
          addAction={addActionItemAction}
        />
      )}
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <BoardFilterForm filters={filters} choices={choices} />
        <ViewSwitch filters={filters} />
      </div>
      {cards.length === 0 ? (
        <EmptyBoard filters={filters} />
      ) : (
        <ActionItemBoard
          cards={cards}
          today={today}
          view={view}
          canMove={can(viewer, "action-item:move")}
          moveAction={moveCardAction}
          editPath={canEdit ? path : undefined}
          editor={
            edited && {
              id: edited.id,
              form: (
                <ActionItemEditor
                  key={`${edited.id} ${edited.version}`}
                  card={edited}
                  owners={listOwners(viewer)}
                  back={path}
                  editAction={editActionItemAction}
                />
              ),
            }
          }
        />
      )}
    </>
  );
}
