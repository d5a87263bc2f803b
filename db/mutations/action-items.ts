import { and, eq, max } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findActionItem } from "@/db/queries/action-items";
import { visibleTo } from "@/db/queries/visibility";
import { actionItems, incidents } from "@/db/schema";
import { edited, type ActionItemText } from "@/lib/domain/action-item";
import { columnOf, COLUMN_NAMES, END, type ActionItemStatus, type Move } from "@/lib/domain/board";
import type { ClosingWords } from "@/lib/domain/closing";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { isCalendarDay } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { arrange, settlePositions } from "./board-places";
import { changeStatus, lastStatusChange } from "./closing";
import { requireIncident } from "./entries";

export type BoardMove = Move &
  ClosingWords & {
    /** The column in which the mover saw the card. */
    from?: ActionItemStatus | undefined;
    isUndo?: boolean | undefined;
  };

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
      db()
        .update(actionItems)
        .set({ version: item.version + 1 })
        .where(eq(actionItems.id, item.id))
        .run();
    }
    const detail = { action_item: item.id, from: item.status, to };
    recordAudit(viewer.name, "action-item:move", `incident ${item.key}`, detail, item.incidentId);
  });
}

/** The status that a move gives: the word it brings, if that names the column, else the column's. */
function wordIn({ to, word }: Move): string | null {
  return word !== undefined && columnOf(word) === to ? word : to;
}

function lateMove({ id, title, status }: ReturnType<typeof requireItem>, { isUndo }: BoardMove) {
  const column = COLUMN_NAMES[columnOf(status)];
  const mover = lastStatusChange(id)?.by ?? "Someone";
  const late = isUndo ? "It is too late to undo this. " : "";
  return new ConflictError(
    `${late}${mover} moved “${title}” to ${column} meanwhile.`,
    findActionItem(id),
  );
}

export type Edit = ActionItemText &
  ClosingWords & { id: number; version: number; status?: string | undefined };

/** Saves what a person changed in an action item; another column puts it at that column's end. */
export function editActionItem(
  viewer: Viewer,
  { id, version, ...edit }: Edit,
  now = Date.now(),
): void {
  transaction(() => {
    const item = requireItem(viewer, id);
    if (item.version !== version) {
      throw new ConflictError(
        "Someone changed this action item meanwhile. Your text is kept here.",
        findActionItem(id),
      );
    }
    const status = edited(item.status, edit.status) ?? item.status;
    db()
      .update(actionItems)
      .set({ ...editedText(item, edit), version: version + 1 })
      .where(and(eq(actionItems.id, id), eq(actionItems.version, version)))
      .run();
    changeStatus(viewer, id, { status, words: edit }, now);
    recordAudit(
      viewer.name,
      "action-item:edit",
      `incident ${item.key}`,
      { action_item: id },
      item.incidentId,
    );
  });
}

type Written = { [Field in keyof Required<ActionItemText>]: string | null };

function editedText(before: Written, typed: ActionItemText) {
  const title = edited(before.title, typed.title);
  const deadline = edited(before.deadline, typed.deadline);
  if (title === null) throw new DomainError("An action item needs a title.");
  if (deadline !== before.deadline && deadline !== null && !isCalendarDay(deadline)) {
    throw new DomainError(`“${deadline}” is not a day such as 2026-05-01.`);
  }
  return {
    title,
    deadline,
    owner: edited(before.owner, typed.owner),
    priority: edited(before.priority, typed.priority),
    type: edited(before.type, typed.type),
  };
}

const NOTHING: Written = { title: null, owner: null, priority: null, type: null, deadline: null };

export type Addition = ActionItemText & { key: string };

/** Adds an action item to an incident, at the end of the board's first column. */
export function addActionItem(viewer: Viewer, { key, ...text }: Addition): { id: number } {
  return transaction(() => {
    const incident = requireIncident(viewer, key);
    const last = db()
      .select({ ordinal: max(actionItems.ordinal) })
      .from(actionItems)
      .where(eq(actionItems.incidentId, incident.id))
      .get();
    const { id } = db()
      .insert(actionItems)
      .values({
        incidentId: incident.id,
        ordinal: (last?.ordinal ?? -1) + 1,
        ...editedText(NOTHING, text),
        status: "open",
        position: END,
        origin: "portal",
      })
      .returning({ id: actionItems.id })
      .get();
    settlePositions();
    recordAudit(
      viewer.name,
      "action-item:add",
      `incident ${key}`,
      { action_item: id },
      incident.id,
    );
    return { id };
  });
}

/** An item that this viewer may know of. */
export function requireItem(viewer: Viewer, id: number) {
  const item = db()
    .select({
      id: actionItems.id,
      title: actionItems.title,
      owner: actionItems.owner,
      priority: actionItems.priority,
      type: actionItems.type,
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
