import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findActionItem } from "@/db/queries/action-items";
import { visibleTo } from "@/db/queries/visibility";
import { actionItems, incidents } from "@/db/schema";
import { columnOf, COLUMN_NAMES } from "@/lib/domain/board";
import type { BoardMove, ClosedColumn, ClosingWords } from "@/lib/domain/closing";
import { ConflictError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { arrange } from "./board-places";
import { changeStatus, lastStatusChange } from "./closing";

/**
 * Saves a drop on the board: the moved card, and the places of the cards it pushed. Only if the card
 * still stands in the column in which the mover saw it: places alone are nobody's, and the last mover's
 * order holds. The incident's timeline is part of its record and stays as it is.
 */
export function moveActionItem(viewer: Viewer, move: BoardMove, now = Date.now()): void {
  transaction(() => {
    const item = requireItem(viewer, move.id);
    const column = columnOf(item.status);
    if (move.from !== undefined && move.from !== column) throw lateMove(item, move);

    const to = move.to === column ? item.status : wordIn(move);
    if (move.to === column) arrange(viewer, move);
    else {
      changeStatus(viewer, item.id, { ...move, status: to, words: move }, now);
      countVersion(item);
    }
    const detail = { action_item: item.id, from: item.status, to };
    recordAudit(viewer.name, "action-item:move", `incident ${item.key}`, detail, item.incidentId);
  });
}

/** The status that a move gives: the column's word, or to the letter the one that an undo brings back. */
function wordIn({ to, word, isUndo }: BoardMove): string | null {
  return isUndo && word !== undefined && columnOf(word) === to ? word : to;
}

function lateMove({ id, title, status }: ItemRow, { isUndo }: BoardMove) {
  const column = COLUMN_NAMES[columnOf(status)];
  const mover = lastStatusChange(id)?.by ?? "Someone";
  const late = isUndo ? "It is too late to undo this. " : "";
  return new ConflictError(
    `${late}${mover} moved “${title}” to ${column} meanwhile.`,
    findActionItem(id),
  );
}

type ClosingForm = ClosingWords & {
  id: number;
  to: ClosedColumn;
  index: number;
  version: number;
};

/** Closes an item as its page's form says, or says in other words what closed it. */
export function closeItem(
  viewer: Viewer,
  { version, ...form }: ClosingForm,
  now = Date.now(),
): void {
  transaction(() => {
    const item = requireItem(viewer, form.id);
    if (item.version !== version) {
      throw new ConflictError(
        "Someone changed this action item meanwhile. Your text is kept here.",
        findActionItem(form.id),
      );
    }
    if (columnOf(item.status) !== form.to) return moveActionItem(viewer, form, now);
    changeStatus(viewer, item.id, { status: item.status, words: form }, now);
    countVersion(item);
    const detail = { action_item: item.id };
    recordAudit(viewer.name, "action-item:edit", `incident ${item.key}`, detail, item.incidentId);
  });
}

function countVersion({ id, version }: ItemRow): void {
  db()
    .update(actionItems)
    .set({ version: version + 1 })
    .where(eq(actionItems.id, id))
    .run();
}

export type ItemRow = ReturnType<typeof requireItem>;

/** An item that this viewer may know of. */
export function requireItem(viewer: Viewer, id: number) {
  const item = db()
    .select({
      id: actionItems.id,
      title: actionItems.title,
      owner: actionItems.owner,
      priority: actionItems.priority,
      type: actionItems.type,
      description: actionItems.description,
      teamId: actionItems.teamId,
      ticketUrl: actionItems.ticketUrl,
      ticketKey: actionItems.ticketKey,
      deadline: actionItems.deadline,
      status: actionItems.status,
      version: actionItems.version,
      key: incidents.key,
      incidentId: incidents.id,
    })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, actionItems.incidentId))
    .where(and(eq(actionItems.id, id), visibleTo(viewer)))
    .get();
  if (!item) throw new NotFoundError("Someone deleted this action item.");
  return item;
}
