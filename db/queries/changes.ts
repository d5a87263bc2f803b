import { and, asc, eq, gt, isNotNull, max, notLike, or } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, incidents } from "@/db/schema";

/**
 * The changes after the one of this id, oldest first. SQLite has one writer at a time, so that ids are
 * committed in their order. A change of an incident that does not name it is for nobody: who may see it
 * could not be asked.
 */
export function listChangesAfter(id: number, limit: number) {
  const { at, actor, action, incidentId } = auditLog;
  return db()
    .select({ id: auditLog.id, at, actor, action, incidentId, incidentKey: incidents.key })
    .from(auditLog)
    .leftJoin(incidents, eq(incidents.id, incidentId))
    .where(
      and(
        gt(auditLog.id, id),
        eq(auditLog.kind, "change"),
        or(isNotNull(incidentId), notLike(auditLog.object, "incident %")),
      ),
    )
    .orderBy(asc(auditLog.id))
    .limit(limit)
    .all();
}

/** The id of the newest change, 0 before the first. */
export const latestChangeId = (): number =>
  db()
    .select({ id: max(auditLog.id) })
    .from(auditLog)
    .get()?.id ?? 0;

/** A number that moves whenever another process has committed to this database. */
export const foreignCommits = (): unknown => db().$client.pragma("data_version", { simple: true });
