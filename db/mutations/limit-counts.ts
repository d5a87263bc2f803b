import { lt } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { limitCounts } from "@/db/schema";
import type { Counted } from "@/lib/limit-news";

/** Every machine has read a count by then. */
const KEPT = 60_000;

/** Tells the other machines what this one has counted. */
export function keepCounts(machine: string, counted: Counted[], now: number): void {
  if (counted.length === 0) return;
  transaction(() => {
    db()
      .delete(limitCounts)
      .where(lt(limitCounts.at, now - KEPT))
      .run();
    db()
      .insert(limitCounts)
      .values(counted.map((each) => ({ ...each, machine, at: now })))
      .run();
  });
}
