import { eq, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { actionItems } from "@/db/schema";
import type { CheckResult } from "@/lib/domain/action-item";
import { columnOf } from "@/lib/domain/board";
import { standingCheck, writtenCheck, type CheckSeen } from "@/lib/domain/check";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { isCalendarDay } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordChanges } from "./action-item-changes";
import { requireItem, type ItemRow } from "./action-items";
import { recordAudit } from "./audit";
import { changeStatus } from "./closing";

/** The check as the writer had it before them. */
type Seen = { id: number; seen: CheckSeen };

export type CheckWords = Seen & { text?: string | undefined; due?: string | undefined };

/** Says what is to be looked at later and when, or that nothing is. Another check has no result yet. */
export function setCheck(viewer: Viewer, { text, due, ...seen }: CheckWords, now = Date.now()) {
  transaction(() => {
    const { item, before } = requireSeen(viewer, seen);
    const after = { text: text ?? null, due: due ?? null, result: null };
    if (after.text === null && after.due !== null) {
      throw new DomainError("Say what is to be looked at on that day.", "text");
    }
    if (after.text !== null && !isCalendarDay(due ?? "")) {
      throw new DomainError("Choose the day on which to look.", "due");
    }
    if (after.text === before.text && after.due === before.due) return;

    save(item, { checkText: after.text, checkDue: after.due, ...UNCHECKED });
    const changes = [
      { field: "check" as const, before: writtenCheck(before), after: writtenCheck(after) },
      { field: "checkResult" as const, before: before.result, after: null },
    ];
    recordChanges(viewer, item.id, changes, now);
    tell(viewer, item, after.text === null ? "check:remove" : "check:set");
  });
}

const UNCHECKED = { checkResult: null, checkedBy: null, checkedAt: null };

export type CheckAnswer = Seen & {
  result: CheckResult;
  /** What was seen. */
  note: string;
  /** Where it failed: whether to do the work again. */
  reopens?: boolean | undefined;
};

/** Says whether what an item was to bring was there when somebody looked. */
export function answerCheck(
  viewer: Viewer,
  { result, note, reopens = false, ...seen }: CheckAnswer,
  now = Date.now(),
): void {
  transaction(() => {
    const { item, before } = requireSeen(viewer, seen);
    if (before.text === null) throw new DomainError("This action item has no check.");
    if (before.result !== null) throw new DomainError("Plan the check anew to look again.");

    save(item, { checkResult: result, checkedBy: viewer.name, checkedAt: now });
    const change = { field: "checkResult" as const, before: null, after: result, reason: note };
    recordChanges(viewer, item.id, [change], now);
    if (reopens && result === "failed" && columnOf(item.status) === "done") {
      const words = { reason: `The check failed: ${note}` };
      changeStatus(viewer, item.id, { status: "open", words }, now);
      tell(viewer, item, "action-item:reopen");
    }
    tell(viewer, item, "check:answer");
  });
}

function requireSeen(viewer: Viewer, { id, seen }: Seen) {
  const item = requireItem(viewer, id);
  const { checkText: text, checkDue: due, checkResult: result } = actionItems;
  const before = db()
    .select({ text, due, result })
    .from(actionItems)
    .where(eq(actionItems.id, id))
    .get() ?? { text: null, due: null, result: null };
  const isSeen =
    before.text === seen.text && before.due === seen.due && before.result === seen.result;
  if (!isSeen) {
    throw new ConflictError(
      `Someone else was faster. ${standingCheck(before)} Yours is kept here: save again to put it in place.`,
      before,
    );
  }
  return { item, before };
}

function save({ id }: ItemRow, change: Partial<typeof actionItems.$inferInsert>): void {
  db()
    .update(actionItems)
    .set({ ...change, version: sql`${actionItems.version} + 1` })
    .where(eq(actionItems.id, id))
    .run();
}

function tell(viewer: Viewer, item: ItemRow, verb: string): void {
  recordAudit(viewer.name, verb, `incident ${item.key}`, { action_item: item.id }, item.incidentId);
}
