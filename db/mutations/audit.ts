import { db } from "@/db/client";
import { auditLog } from "@/db/schema";
import type { JsonObject } from "@/lib/domain/record";

/** Writes the machine's record of a change; called inside the change's own transaction. */
export function recordAudit(
  actor: string,
  action: string,
  object: string,
  detail?: JsonObject,
  incidentId?: number,
): void {
  db().insert(auditLog).values({ actor, action, object, detail, incidentId }).run();
}
