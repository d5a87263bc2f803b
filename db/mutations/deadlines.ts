import { and, eq, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { courseOf } from "@/db/queries/deadline-policies";
import { actionItems, incidents } from "@/db/schema";
import type { DeadlineText } from "@/lib/domain/action-item";
import { isClosed } from "@/lib/domain/closing";
import {
  chooseDeadline,
  deadlineWish,
  followPolicy,
  type Deadline,
  type DeadlineWish,
} from "@/lib/domain/deadline";
import { ConflictError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordChanges } from "./action-item-changes";
import { requireItem } from "./action-items";
import { recordAudit } from "./audit";

const NOBODYS: Deadline = { deadline: null, deadlineOrigin: null, deadlineReason: null };

/** The deadline of an item that is about to be made: the day that its writer asks for, else the policy's. */
export function newDeadline(item: Parameters<typeof courseOf>[0], wish: DeadlineWish): Deadline {
  const { proposed } = courseOf(item);
  return wish.day === undefined
    ? followPolicy(NOBODYS, proposed)
    : chooseDeadline(NOBODYS, wish, proposed);
}

/**
 * Gives an item the deadline that a person asks for, and says whether it is another one now; part of a
 * larger write, which counts the item's version up.
 */
export function decideDeadline(
  viewer: Viewer,
  itemId: number,
  wish: DeadlineWish,
  now: number,
): boolean {
  const item = datedItem(itemId);
  return put(viewer, item, chooseDeadline(item, wish, courseOf(item).proposed), now);
}

/** Puts the policy's day in place once an item's priority changed, where nobody set another; likewise. */
export function refillDeadline(viewer: Viewer, itemId: number, now: number): boolean {
  const item = datedItem(itemId);
  if (isClosed(item.status)) return false;
  return put(viewer, item, followPolicy(item, courseOf(item).proposed), now);
}

/** Moves the days that the policy set for an incident's open items once its severity changed; part of a larger write. */
export function refillDeadlines(
  viewer: Viewer,
  { id: incidentId }: { id: number },
  now: number,
): void {
  const set = db()
    .select({ id: actionItems.id })
    .from(actionItems)
    .where(and(eq(actionItems.incidentId, incidentId), eq(actionItems.deadlineOrigin, "policy")))
    .all();
  for (const { id } of set) if (refillDeadline(viewer, id, now)) countUp(id);
}

export type DeadlineEdit = DeadlineText & {
  id: number;
  /** The deadline that the writer saw, or nothing. */
  seen: string;
};

/** Sets an item's deadline, or says that it has none. */
export function setDeadline(
  viewer: Viewer,
  { id, seen, ...text }: DeadlineEdit,
  now = Date.now(),
): void {
  transaction(() => {
    const { key, incidentId } = requireItem(viewer, id);
    const { deadline } = datedItem(id);
    const before = deadline ?? "";
    if (before !== seen) {
      throw new ConflictError(
        `Someone else was faster: the deadline is ${before || "none"} now. Yours is kept here: save again to put it in place.`,
        before,
      );
    }
    if (!decideDeadline(viewer, id, deadlineWish(text, deadline), now)) return;
    countUp(id);
    const detail = { action_item: id, before, after: datedItem(id).deadline };
    recordAudit(viewer.name, "action-item:set-deadline", `incident ${key}`, detail, incidentId);
  });
}

type Dated = ReturnType<typeof datedItem>;

function datedItem(itemId: number) {
  const { id, incidentId, teamId, owner, priority, status, createdAt } = actionItems;
  const { deadline, deadlineOrigin, deadlineReason } = actionItems;
  const item = db()
    .select({
      ...{ id, incidentId, teamId, owner, priority, status, createdAt },
      ...{ deadline, deadlineOrigin, deadlineReason },
      severity: incidents.severity,
    })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, incidentId))
    .where(eq(id, itemId))
    .get();
  if (!item) throw new NotFoundError("Someone deleted this action item.");
  return item;
}

function put(viewer: Viewer, item: Dated, after: Deadline, now: number): boolean {
  const { deadline, deadlineOrigin, deadlineReason } = after;
  const isSame =
    deadline === item.deadline &&
    deadlineOrigin === item.deadlineOrigin &&
    deadlineReason === item.deadlineReason;
  if (isSame) return false;
  db()
    .update(actionItems)
    .set({ deadline, deadlineOrigin, deadlineReason })
    .where(eq(actionItems.id, item.id))
    .run();
  const reason = deadlineReason ?? (deadlineOrigin === "policy" ? reasonOf(item) : undefined);
  recordChanges(
    viewer,
    item.id,
    [{ field: "deadline", before: item.deadline, after: deadline, reason }],
    now,
  );
  return true;
}

function countUp(itemId: number): void {
  db()
    .update(actionItems)
    .set({ version: sql`${actionItems.version} + 1` })
    .where(eq(actionItems.id, itemId))
    .run();
}

const reasonOf = ({ priority, severity }: Dated) =>
  `The policy for ${priority ?? "no priority"}, ${severity}`;
