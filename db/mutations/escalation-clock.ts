import { and, eq, isNull, ne, or } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findEscalation } from "@/db/queries/escalations";
import { escalations, incidents } from "@/db/schema";
import { nextCallAt } from "@/lib/domain/escalation";
import { isOpen } from "@/lib/domain/lifecycle";
import { callNext } from "./escalation-calls";

/**
 * Calls the next ones of all incidents that nobody acknowledged in time; answers how many calls went out. What is
 * due is looked up again under the write lock, so that several processes call nobody twice. What fails for one
 * incident does not keep it from the others.
 */
export function callDue(now: number): number {
  const failures: unknown[] = [];
  let calls = 0;
  for (const id of listDue(now)) {
    try {
      if (transaction(() => callFor(id, now))) calls += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "some calls failed");
  return calls;
}

function listDue(now: number): number[] {
  const { acknowledgedAt, level } = escalations;
  return db()
    .select()
    .from(escalations)
    .innerJoin(incidents, eq(incidents.id, escalations.incidentId))
    .where(and(isNull(acknowledgedAt), or(isNull(level), ne(level, "admins"))))
    .all()
    .filter((row) => isDue(row.escalations, row.incidents, now))
    .map((row) => row.incidents.id);
}

function callFor(incidentId: number, now: number): boolean {
  const row = findEscalation(incidentId);
  const incident = db().select().from(incidents).where(eq(incidents.id, incidentId)).get();
  if (!row || !incident || row.acknowledgedAt !== null || !isDue(row, incident, now)) return false;
  return callNext(incident, row, { now });
}

type Row = NonNullable<ReturnType<typeof findEscalation>>;
type Incident = typeof incidents.$inferSelect;

function isDue(row: Row, incident: Incident, now: number): boolean {
  const dueAt = isOpen(incident) ? nextCallAt(row, incident.severity) : undefined;
  return dueAt !== undefined && dueAt <= now;
}
