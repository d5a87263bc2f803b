import { desc, gte, lt, max, min } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema";
import { START, type AuditRow, type Signed } from "@/lib/audit/chain";
import type { Head } from "@/lib/audit/verify";
import { storedRows } from "./audit-rows";

export type Span = { since?: number; until?: number };

/** The entries of a span of time without a hole, and the head of the chain before them. */
export function auditSpan({ since, until }: Span): {
  after: Head;
  rows: Generator<Signed<AuditRow>>;
} {
  const { id, at } = auditLog;
  const newest = db()
    .select({ id: max(id) })
    .from(auditLog)
    .get()?.id;
  const from =
    since === undefined
      ? 1
      : (db()
          .select({ id: min(id) })
          .from(auditLog)
          .where(gte(at, since))
          .get()?.id ?? (newest ?? 0) + 1);
  const to =
    until === undefined
      ? (newest ?? 0)
      : (db()
          .select({ id: max(id) })
          .from(auditLog)
          .where(lt(at, until))
          .get()?.id ?? 0);
  const after = headBefore(from);
  return { after, rows: upTo(to, storedRows(after.id)) };
}

function headBefore(first: number): Head {
  const { id, hash } = auditLog;
  const before = db()
    .select({ id, hash })
    .from(auditLog)
    .where(lt(id, first))
    .orderBy(desc(id))
    .limit(1)
    .get();
  return { id: before?.id ?? 0, hash: before?.hash ?? START };
}

function* upTo(last: number, rows: Generator<Signed<AuditRow>>) {
  for (const row of rows) {
    if (row.id > last) return;
    yield row;
  }
}
