import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { severityChanges } from "@/db/schema";

/** What people chose as an incident's severity, the first choice first. */
export function listSeverityChanges(incidentId: number) {
  const { id, before, after, computed, score, reason, changedBy, changedAt } = severityChanges;
  return db()
    .select({ before, after, computed, score, reason, changedBy, changedAt })
    .from(severityChanges)
    .where(eq(severityChanges.incidentId, incidentId))
    .orderBy(asc(id))
    .all();
}
