import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { subscribers } from "@/db/schema";
import type { Outcome } from "@/lib/domain/outbox";
import { afterAttempt } from "@/lib/domain/subscriber";

/** Keeps what came of an attempt to reach a subscriber, who is switched off after too many failures in a row. */
export function noteAttempt(subscriberId: number, outcome: Outcome): void {
  transaction(() => {
    const { id, kind, state, failures, problem } = subscribers;
    const standing = db()
      .select({ kind, state, failures, problem })
      .from(subscribers)
      .where(eq(id, subscriberId))
      .get();
    if (!standing) return;
    const { kind: how, ...before } = standing;
    const after = afterAttempt(how, before, outcome);
    const isSame = after.failures === before.failures && after.problem === before.problem;
    if (isSame && after.state === before.state) return;
    db().update(subscribers).set(after).where(eq(id, subscriberId)).run();
  });
}
