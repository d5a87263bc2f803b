import { asc, desc, gt, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema";
import { START, type AuditRow, type Signed } from "@/lib/audit/chain";

/** The entries after this one as they are stored, oldest first. */
export function listStoredRows(after: number, limit: number): Signed<AuditRow>[] {
  return db()
    .select({ ...STORED, detail: sql<string | null>`${auditLog.detail}` })
    .from(auditLog)
    .where(gt(auditLog.id, after))
    .orderBy(asc(auditLog.id))
    .limit(limit)
    .all();
}

const { id, at, kind, actor, action, object, incidentId } = auditLog;
const { via, address, requestId, keyId, hash } = auditLog;
const STORED = {
  ...{ id, at, kind, actor, action, object, incidentId },
  ...{ via, address, requestId, keyId, hash },
};

/** Every entry as it is stored, oldest first. No statement stays open between two of them. */
export function* storedRows(after = 0): Generator<Signed<AuditRow>> {
  let last = after;
  for (;;) {
    const rows = listStoredRows(last, 1000);
    yield* rows;
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}

/** The newest entry of the chain: what an entry that is added next has before it. */
export function headOfChain(): { id: number; hash: string } {
  const newest = db().select({ id, hash }).from(auditLog).orderBy(desc(id)).limit(1).get();
  if (!newest) return { id: 0, hash: START };
  return { id: newest.id, hash: newest.hash ?? newestHash() };
}

const newestHash = (): string =>
  db().select({ hash }).from(auditLog).where(isNotNull(hash)).orderBy(desc(id)).limit(1).get()
    ?.hash ?? START;
