import { and, asc, gt, max, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { limitCounts } from "@/db/schema";

/** What other machines have counted after this row. */
export function listCountsElsewhere(machine: string, after: number) {
  const { id, limit, key, count } = limitCounts;
  return db()
    .select({ id, limit, key, count })
    .from(limitCounts)
    .where(and(gt(id, after), ne(limitCounts.machine, machine)))
    .orderBy(asc(id))
    .all();
}

/** The newest row, 0 where there is none. */
export const latestCountId = (): number =>
  db()
    .select({ id: max(limitCounts.id) })
    .from(limitCounts)
    .get()?.id ?? 0;
