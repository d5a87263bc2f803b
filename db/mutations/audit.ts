import { eq, isNotNull, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { headOfChain, storedRows } from "@/db/queries/audit-rows";
import { auditLog } from "@/db/schema";
import { chainHash, START, type AuditRow } from "@/lib/audit/chain";
import { signingKey } from "@/lib/auth/audit-keys";
import type { AuditKind } from "@/lib/domain/audit";
import type { JsonObject } from "@/lib/domain/record";
import { originNow } from "@/lib/origin";
import { toJson } from "@/lib/record/json";

/** Writes the machine's record of a change; called inside the change's own transaction. */
export function recordAudit(
  actor: string,
  action: string,
  object: string,
  detail?: JsonObject,
  incidentId?: number,
): void {
  append("change", { actor, action, object, detail, incidentId });
}

/** Writes down that something left the portal by being read, as an export does. It is no news for open pages. */
export function recordReading(
  actor: string,
  action: string,
  object: string,
  detail?: JsonObject,
  incidentId?: number,
): void {
  append("reading", { actor, action, object, detail, incidentId });
}

export type Entry = {
  actor: string;
  action: string;
  object: string;
  detail?: JsonObject;
  incidentId?: number;
};

/** Adds an entry to the chain. The write lock, taken first, lets one at a time do so. */
export function append(kind: AuditKind, { detail, incidentId, ...entry }: Entry): void {
  transaction(() => {
    const before = headToAppendTo();
    const { via, address = null, requestId = null } = originNow();
    const row = { ...entry, id: before.id + 1, at: Date.now(), kind };
    const whole = { ...row, incidentId: incidentId ?? null, via, address, requestId };
    const text = detail === undefined ? null : toJson(detail);
    const signature = signed({ ...whole, detail: text }, before.hash);
    db()
      .insert(auditLog)
      .values({ ...whole, detail, ...signature })
      .run();
  });
}

function headToAppendTo() {
  const head = headOfChain();
  if (head.id === 0 || head.hash !== START) return head;
  chainOldEntries();
  return headOfChain();
}

function signed(row: AuditRow, previous: string): { keyId: string; hash: string } {
  const key = signingKey();
  return { keyId: key.id, hash: chainHash(row, previous, key) };
}

/** Makes a chain of the entries from before there was one; does nothing once there is. */
export function chainOldEntries(): void {
  transaction(() => {
    if (hasChain()) return;
    let previous = START;
    for (const row of storedRows()) {
      const signature = signed(row, previous);
      db().update(auditLog).set(signature).where(eq(auditLog.id, row.id)).run();
      previous = signature.hash;
    }
  });
}

const hasChain = () =>
  db()
    .select({ one: sql`1` })
    .from(auditLog)
    .where(isNotNull(auditLog.hash))
    .limit(1)
    .get() !== undefined;
