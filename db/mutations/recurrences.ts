import { and, eq, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listRecurrences } from "@/db/queries/recurrences";
import { actionItems, recurrences } from "@/db/schema";
import type { RecurrenceAnswer } from "@/lib/domain/action-item";
import { columnOf, COLUMN_NAMES } from "@/lib/domain/board";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { answerText } from "@/lib/domain/recurrence";
import type { Viewer } from "@/lib/domain/viewer";
import { requireItem } from "./action-items";
import { recordAudit } from "./audit";
import { changeStatus } from "./closing";
import { requireWritable, type IncidentRow } from "./entries";

export type Answer = {
  /** The incident that happened although the item was done. */
  key: string;
  item: number;
  answer: RecurrenceAnswer;
  reason?: string | undefined;
  /** What had been answered when the writer looked. */
  seen?: RecurrenceAnswer | undefined;
};

/** Says of a done item whether it should have prevented this incident, and opens it again if so. */
export function answerRecurrence(
  viewer: Viewer,
  { key, item: itemId, answer, reason, seen }: Answer,
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const item = requireItem(viewer, itemId);
    const stands = answerTo(incident, itemId);
    if (stands?.answer !== seen) {
      const said = stands ? answerText(stands) : "Nobody has said anything of it now.";
      throw new ConflictError(`Someone else was faster. ${said}`, stands);
    }
    const isProposed = listRecurrences(viewer, key).some(({ id }) => id === itemId);
    const isDone = columnOf(item.status) === "done";
    if (!isDone || !isProposed) throw notProposed(item);
    if (answer === "unrelated" && reason === undefined) {
      throw new DomainError(`Say why AI-${itemId} has nothing to do with ${key}.`, "reason");
    }

    const said = { answer, reason: reason ?? null, answeredBy: viewer.name, answeredAt: now };
    db()
      .insert(recurrences)
      .values({ incidentId: incident.id, actionItemId: itemId, ...said })
      .onConflictDoUpdate({
        target: [recurrences.actionItemId, recurrences.incidentId],
        set: said,
      })
      .run();
    if (answer === "reopened") reopen(viewer, { item, incident, reason }, now);
    const detail = { action_item: itemId, answer };
    recordAudit(viewer.name, "recurrence:answer", `incident ${key}`, detail, incident.id);
  });
}

function answerTo({ id }: IncidentRow, itemId: number) {
  const { answer, reason, answeredBy, answeredAt, incidentId, actionItemId } = recurrences;
  return db()
    .select({ answer, reason, answeredBy, answeredAt })
    .from(recurrences)
    .where(and(eq(incidentId, id), eq(actionItemId, itemId)))
    .get();
}

type Item = ReturnType<typeof requireItem>;

function notProposed({ id, status }: Item) {
  const column = columnOf(status);
  return column === "done"
    ? new DomainError(`AI-${id} is not among the actions that should have prevented this.`)
    : new ConflictError(`AI-${id} stands in ${COLUMN_NAMES[column]} now.`, { status });
}

type Reopening = { item: Item; incident: IncidentRow; reason: string | undefined };

/** Its history, which more people may read than a private incident, does not name that one. */
function reopen(viewer: Viewer, { item, incident, reason }: Reopening, now: number): void {
  const later = incident.isPrivate ? "A later incident" : incident.key;
  const why = reason === undefined ? `${later} happened.` : `${later} happened: ${reason}`;
  changeStatus(viewer, item.id, { status: "open", words: { reason: why } }, now);
  db()
    .update(actionItems)
    .set({ version: sql`${actionItems.version} + 1` })
    .where(eq(actionItems.id, item.id))
    .run();
  const detail = { action_item: item.id };
  recordAudit(viewer.name, "action-item:reopen", `incident ${item.key}`, detail, item.incidentId);
}
