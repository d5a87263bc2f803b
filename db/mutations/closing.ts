import { and, asc, desc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItemChanges, actionItems } from "@/db/schema";
import { columnOf, END } from "@/lib/domain/board";
import {
  closingAfter,
  isClosed,
  readEvidence,
  writtenEvidence,
  type Closing,
  type ClosingWords,
} from "@/lib/domain/closing";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordChanges } from "./action-item-changes";
import { arrange } from "./board-places";

type StatusChange = {
  /** Another word, maybe of the same column. */
  status: string | null;
  /** Its place in another column; the end where none is named. */
  index?: number | undefined;
  words?: ClosingWords | undefined;
  /** Takes back this person's last change of the status, with what was kept of the closing before it. */
  isUndo?: boolean | undefined;
};

/**
 * Gives an item another status, inside the caller's transaction, which knows that this viewer may see the
 * item, counts its version up and writes the audit row: its place on the board, what is kept of its
 * closing, and its history. It refuses Done without evidence and Won't do without a reason.
 */
export function changeStatus(
  viewer: Viewer,
  id: number,
  { status, index = END, words = {}, isUndo = false }: StatusChange,
  now: number,
): void {
  const before = statusOf(id);
  const [from, to] = [columnOf(before.status), columnOf(status)];
  const restored = isUndo ? closingBefore(viewer, id, before.status, status) : undefined;
  if (isUndo && !restored) throw new DomainError("It is too late to undo this.");
  const said = { by: viewer.name, now };
  const closing = restored ?? closingAfter({ from, to, before }, words, said);

  if (from !== to) arrange(viewer, { id, to, index, word: status });
  db()
    .update(actionItems)
    .set({ status, ...closing })
    .where(eq(actionItems.id, id))
    .run();
  const reason = to === "wont_do" || from === to ? undefined : words.reason?.trim() || undefined;
  recordChanges(viewer, id, changesOf(before, { status, ...closing }, reason), now);
}

type Standing = Closing & { status: string | null };

function statusOf(id: number): Standing {
  const { status, evidenceKind, evidence, dropReason, closedAt, closedBy } = actionItems;
  const row = db()
    .select({ status, evidenceKind, evidence, dropReason, closedAt, closedBy })
    .from(actionItems)
    .where(eq(actionItems.id, id))
    .get();
  if (!row) throw new NotFoundError("Someone deleted this action item.");
  return row;
}

function changesOf(before: Standing, after: Standing, reason: string | undefined) {
  return [
    { field: "status" as const, before: before.status, after: after.status, reason },
    {
      field: "evidence" as const,
      before: writtenEvidence(before),
      after: writtenEvidence(after),
    },
    { field: "dropReason" as const, before: before.dropReason, after: after.dropReason },
  ];
}

/**
 * What was kept of an item's closing before this person's last change of its status led from the one
 * word to the other; `undefined` where somebody else, or something else, came in between.
 */
function closingBefore(
  viewer: Viewer,
  id: number,
  stands: string | null,
  wanted: string | null,
): Closing | undefined {
  const [left, entered] = lastStatusChanges(id);
  if (left?.by !== viewer.name || left.after !== stands || left.before !== wanted) return undefined;
  const wasClosedHere = isClosed(wanted) && entered?.after === wanted;
  return {
    ...readEvidence(clearedSince(id, left.id, "evidence")),
    dropReason: clearedSince(id, left.id, "dropReason"),
    closedAt: wasClosedHere ? entered.at : null,
    closedBy: wasClosedHere ? entered.by : null,
  };
}

/** What a field held when a change of the status cleared it. */
function clearedSince(id: number, changeId: number, field: "evidence" | "dropReason") {
  const change = db()
    .select({ before: actionItemChanges.before })
    .from(actionItemChanges)
    .where(
      and(
        eq(actionItemChanges.actionItemId, id),
        gt(actionItemChanges.id, changeId),
        eq(actionItemChanges.field, field),
      ),
    )
    .orderBy(asc(actionItemChanges.id))
    .get();
  return change?.before ?? null;
}

/** Who gave an item its status, and when; nothing where that was in no portal. */
export function lastStatusChange(id: number) {
  return lastStatusChanges(id)[0];
}

/** The two last changes of an item's status, the newest first. */
function lastStatusChanges(id: number) {
  const { id: changeId, at, by, before, after } = actionItemChanges;
  return db()
    .select({ id: changeId, at, by, before, after })
    .from(actionItemChanges)
    .where(and(eq(actionItemChanges.actionItemId, id), eq(actionItemChanges.field, "status")))
    .orderBy(desc(changeId))
    .limit(2)
    .all();
}
