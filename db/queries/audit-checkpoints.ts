import { asc, desc, eq, gte, lte, max, min } from "drizzle-orm";
import { db } from "@/db/client";
import { auditCheckpoints, auditLog } from "@/db/schema";
import { START } from "@/lib/audit/chain";
import type { Head } from "@/lib/audit/verify";

/** Where older entries went into files, oldest first. */
export const listCheckpoints = () =>
  db().select().from(auditCheckpoints).orderBy(asc(auditCheckpoints.id)).all();

/** What stands before the first entry that is still here. */
export function headOfArchive(): Head {
  const { id, hash } = auditCheckpoints;
  const last = db().select({ id, hash }).from(auditCheckpoints).orderBy(desc(id)).limit(1).get();
  return last ?? { id: 0, hash: START };
}

/** The last entry that is older than a moment, with all before it; never the newest, on which the next one builds. */
export function lastBefore(until: number): number {
  const { id, at } = auditLog;
  const newest =
    db()
      .select({ id: max(id) })
      .from(auditLog)
      .get()?.id ?? 0;
  const first = db()
    .select({ id: min(id) })
    .from(auditLog)
    .where(gte(at, until))
    .get()?.id;
  return Math.min(first ?? newest, newest) - 1;
}

/** The hash of an entry that is here. */
export const hashOf = (entry: number): string | undefined =>
  db().select({ hash: auditLog.hash }).from(auditLog).where(eq(auditLog.id, entry)).get()?.hash ??
  undefined;

/** Whether entries are still here that are in an archive. */
export const hasArchived = (through: number): boolean =>
  db()
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(lte(auditLog.id, through))
    .limit(1)
    .get() !== undefined;
