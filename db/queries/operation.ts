import { and, count, desc, eq, gt, isNotNull, lte, min } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, outbox } from "@/db/schema";

const DAY = 86_400_000;

/** How many messages wait, for how long the oldest that is due did, and how many were given up in the last day. */
export function outboxStanding(now: number): { waiting: number; lag: number; failed: number } {
  const { state, dueAt, createdAt } = outbox;
  const waiting = eq(state, "waiting");
  const found = db().select({ count: count() }).from(outbox).where(waiting).get();
  const due = db()
    .select({ oldest: min(dueAt) })
    .from(outbox)
    .where(and(waiting, lte(dueAt, now)))
    .get();
  const failed = db()
    .select({ count: count() })
    .from(outbox)
    .where(and(eq(state, "failed"), isNotNull(outbox.problem), gt(createdAt, now - DAY)))
    .get();
  return {
    waiting: found?.count ?? 0,
    lag: Math.max(0, now - (due?.oldest ?? now)),
    failed: failed?.count ?? 0,
  };
}

/** When the newest entry of the audit record was written. */
export const newestAuditTime = (): number | undefined =>
  db().select({ at: auditLog.at }).from(auditLog).orderBy(desc(auditLog.id)).limit(1).get()?.at;
