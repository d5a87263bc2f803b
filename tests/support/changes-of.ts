import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, incidents } from "@/db/schema";

/** What the audit log says of an incident, as "verb:noun by somebody". */
export function listChangesOf(key: string): string[] {
  return db()
    .select({ action: auditLog.action, actor: auditLog.actor })
    .from(auditLog)
    .innerJoin(incidents, eq(incidents.id, auditLog.incidentId))
    .where(eq(incidents.key, key))
    .all()
    .map(({ action, actor }) => `${action} by ${actor}`);
}
