import { eq, max } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findActionItem } from "@/db/queries/action-items";
import { actionItems } from "@/db/schema";
import { edited, type ActionItemText } from "@/lib/domain/action-item";
import { END } from "@/lib/domain/board";
import type { ClosingWords } from "@/lib/domain/closing";
import { collidedText } from "@/lib/domain/collision";
import { deadlineWish } from "@/lib/domain/deadline";
import { ConflictError } from "@/lib/domain/error";
import { collidingTexts, textsOf, touchedTexts, type ItemTexts } from "@/lib/domain/item-text";
import type { JsonObject } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";
import { keptChanges } from "./action-item-changes";
import { NOTHING, putTexts, written } from "./action-item-texts";
import { requireItem, type ItemRow } from "./action-items";
import { recordAudit } from "./audit";
import { settlePositions } from "./board-places";
import { changeStatus } from "./closing";
import { decideDeadline, newDeadline } from "./deadlines";
import { requireIncident, type IncidentRow } from "./entries";
import { requireEvent } from "./event-rows";

export type ItemEdit = {
  id: number;
  /** Each text as the form holds it now. */
  texts: ItemTexts;
  /** Each text as the writer saw it: what they left so is not touched. */
  seen: ItemTexts;
};

/**
 * Changes an item's texts: only what the writer changed, and nothing that someone else changed since.
 * A writer who is told of a collision has seen what collided, and of the rest what they saw before.
 */
export function changeItem(viewer: Viewer, { id, texts, seen }: ItemEdit, now = Date.now()): void {
  transaction(() => {
    const item = requireItem(viewer, id);
    const current = textsOf(item);
    const typed = touchedTexts(seen, texts);
    const collided = collidingTexts(seen, typed, current);
    if (collided.length > 0) {
      const told = collided.map(({ field, before }) => [field, before]);
      throw new ConflictError(collidedText(collided), { ...seen, ...Object.fromEntries(told) });
    }
    const changed = touchedTexts(current, typed);
    if (Object.keys(changed).length === 0) return;
    putTexts(viewer, item, changed, now);
    tell(viewer, "action-item:edit", item, keptChanges(item.id, now));
  });
}

export type Edit = ActionItemText &
  ClosingWords & {
    id: number;
    version: number;
    status?: string | undefined;
    /** The number of the team that somebody gave it. */
    team?: string | undefined;
  };

/** Saves a whole form about an action item; another column puts it at that column's end. */
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
    const { title, owner = "", priority = "", type = "", team = "" } = edit;
    const texts = { title, owner, priority, type, team };
    putTexts(viewer, item, touchedTexts(textsOf(item), texts), now);
    decideDeadline(viewer, id, deadlineWish(edit, item.deadline), now);
    const status = edited(item.status, edit.status) ?? item.status;
    changeStatus(viewer, id, { status, words: edit }, now);
    tell(viewer, "action-item:edit", item, keptChanges(id, now));
  });
}

export type Addition = ActionItemText & {
  key: string;
  /** The number of the timeline's row that it came from. */
  event?: number | undefined;
  /** The heading of the postmortem under which it was made. */
  section?: string | undefined;
};

/** Adds an action item to an incident, at the end of the board's first column. */
export function addActionItem(
  viewer: Viewer,
  { key, event, section, deadline, deadlineReason, noDeadline, ...texts }: Addition,
  now = Date.now(),
): { id: number } {
  return transaction(() => {
    const incident = requireIncident(viewer, key);
    const text = written(viewer, NOTHING, texts);
    const { id: incidentId, severity } = incident;
    const wish = deadlineWish({ deadline, deadlineReason, noDeadline }, null);
    const { id } = db()
      .insert(actionItems)
      .values({
        ...text,
        ...newDeadline({ ...text, incidentId, severity, createdAt: now }, wish),
        incidentId,
        ordinal: nextOrdinal(incident),
        fromEventId: event === undefined ? null : requireEvent(incident, event).id,
        fromSection: edited(null, section),
        status: "open",
        position: END,
        origin: "portal",
        createdAt: now,
      })
      .returning({ id: actionItems.id })
      .get();
    settlePositions();
    tell(viewer, "action-item:add", { id, key, incidentId });
    return { id };
  });
}

function nextOrdinal({ id }: IncidentRow): number {
  const last = db()
    .select({ ordinal: max(actionItems.ordinal) })
    .from(actionItems)
    .where(eq(actionItems.incidentId, id))
    .get();
  return (last?.ordinal ?? -1) + 1;
}

type Told = Pick<ItemRow, "id" | "key" | "incidentId">;

function tell(viewer: Viewer, verb: string, told: Told, changes: JsonObject = {}): void {
  const { id, key, incidentId } = told;
  recordAudit(viewer.name, verb, `incident ${key}`, { action_item: id, ...changes }, incidentId);
}
