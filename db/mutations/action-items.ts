import { and, eq, max, sql, type SQL } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findActionItem } from "@/db/queries/action-items";
import { visibleTo } from "@/db/queries/visibility";
import { actionItems, incidents } from "@/db/schema";
import { edited, type ActionItemText } from "@/lib/domain/action-item";
import {
  columnOf,
  COLUMN_NAMES,
  END,
  moveAmongAll,
  moveCard,
  settle,
  type Move,
} from "@/lib/domain/board";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { isCalendarDay } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireIncident } from "./entries";

/**
 * Saves a drop on the board: the moved card, and the places of the cards it pushed. With a `version`,
 * only if nobody changed the card since. The incident's timeline is part of its record and stays as it
 * is; the audit log tells who moved what.
 */
export function moveActionItem(viewer: Viewer, { version, ...move }: Move & { version?: number }) {
  transaction(() => {
    const item = requireItem(viewer, move.id);
    if (version !== undefined && version !== item.version) {
      const column = COLUMN_NAMES[columnOf(item.status)];
      throw new ConflictError(
        `Someone changed “${item.title}” meanwhile. It stands in ${column} now.`,
        findActionItem(move.id),
      );
    }
    const status = arrange(viewer, move);
    if (status !== item.status) {
      db()
        .update(actionItems)
        .set({ version: item.version + 1 })
        .where(eq(actionItems.id, move.id))
        .run();
    }
    recordAudit(
      viewer.name,
      "action-item:move",
      `incident ${item.key}`,
      {
        action_item: item.id,
        from: item.status,
        to: status,
      },
      item.incidentId,
    );
  });
}

export type Edit = ActionItemText & { id: number; version: number; status?: string | undefined };

/** Saves what a person changed in an action item; another column puts it at that column's end. */
export function editActionItem(viewer: Viewer, { id, version, ...edit }: Edit): void {
  transaction(() => {
    const item = requireItem(viewer, id);
    if (item.version !== version) {
      throw new ConflictError(
        "Someone changed this action item meanwhile. Your text is kept here.",
        findActionItem(id),
      );
    }
    const status = edited(item.status, edit.status) ?? item.status;
    const to = columnOf(status);
    const stays = to === columnOf(item.status);
    db()
      .update(actionItems)
      .set({ ...editedText(item, edit), ...(stays && { status }), version: version + 1 })
      .where(and(eq(actionItems.id, id), eq(actionItems.version, version)))
      .run();
    if (!stays) arrange(viewer, { id, to, index: END, word: status });
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

/** Closes the gaps that removed action items leave in the board's columns, and parts those that share a place. */
export function settlePositions(): void {
  transaction(() => {
    const before = boardRows();
    save(before, settle(before));
  });
}

/** Moves a card among all cards and answers the status it has there. */
function arrange(viewer: Viewer, move: Move): string | null {
  const before = boardRows();
  const all = settle(before);
  const after = moveCard(all, moveAmongAll(all, boardRows(visibleTo(viewer)), move));
  save(before, after);
  return after.find(({ id }) => id === move.id)?.status ?? null;
}

type BoardRow = ReturnType<typeof boardRows>[number];

function boardRows(which?: SQL) {
  const { id, status, position } = actionItems;
  return db()
    .select({ id, status, position })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, actionItems.incidentId))
    .where(which)
    .all();
}

function save(before: BoardRow[], after: BoardRow[]): void {
  const update = db()
    .update(actionItems)
    .set({
      status: sql`${sql.placeholder("status")}`,
      position: sql`${sql.placeholder("position")}`,
    })
    .where(eq(actionItems.id, sql.placeholder("id")))
    .prepare();
  for (const [i, row] of after.entries()) if (row !== before[i]) update.run(row);
}

function requireItem(viewer: Viewer, id: number) {
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
