import { and, inArray, isNotNull, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { alertDeliveries } from "@/db/schema";

const AT_ONCE = 500;

/**
 * Forgets what deliveries of alerts from before a moment said to the letter, some at once; what they said of alerts
 * stays. Answers how many that were.
 */
export function forgetDeliveries(before: number): number {
  const { id, body, lastReceivedAt } = alertDeliveries;
  const old = db()
    .select({ id })
    .from(alertDeliveries)
    .where(and(isNotNull(body), lt(lastReceivedAt, before)))
    .limit(AT_ONCE);
  let forgotten = 0;
  for (;;) {
    const { changes } = db()
      .update(alertDeliveries)
      .set({ body: null, headers: {} })
      .where(inArray(id, old))
      .run();
    if (changes === 0) return forgotten;
    forgotten += changes;
  }
}
