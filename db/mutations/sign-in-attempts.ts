import { eq, lt, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { ATTEMPTS_FORGOTTEN_AFTER, waitAfter, withAttempt } from "@/lib/domain/attempts";

/** What a sign-in is counted under, and how many of those may fail before the next has to wait. */
export type AttemptLimit = { key: string; free: number };

/**
 * Counts one attempt under every limit, before the password is looked at, and gives 0; or counts
 * nothing and gives for how many milliseconds the next attempt has to wait.
 */
export function takeAttempt(limits: AttemptLimit[], now: number): number {
  return transaction(() => {
    db()
      .delete(signInAttempts)
      .where(lt(signInAttempts.lastAt, now - ATTEMPTS_FORGOTTEN_AFTER))
      .run();
    const tried = limits.map((limit) => ({ ...limit, before: attemptsOf(limit.key) }));
    const waits = tried.map(({ before, free }) => (before ? waitAfter(before, free, now) : 0));
    const wait = Math.max(0, ...waits);
    if (wait > 0) return wait;

    for (const { key, before } of tried) {
      const after = withAttempt(before, now);
      db()
        .insert(signInAttempts)
        .values({ key, ...after })
        .onConflictDoUpdate({ target: signInAttempts.key, set: after })
        .run();
    }
    return 0;
  });
}

/** After a success nothing counts against the account any more. */
export function forgetAttempts(key: string): void {
  db().delete(signInAttempts).where(eq(signInAttempts.key, key)).run();
}

/** Takes back the one attempt that succeeded; the failures beside it stay counted. */
export function returnAttempt(key: string): void {
  db()
    .update(signInAttempts)
    .set({ count: sql`max(${signInAttempts.count} - 1, 0)` })
    .where(eq(signInAttempts.key, key))
    .run();
}

function attemptsOf(key: string) {
  const { count, lastAt } = signInAttempts;
  return db()
    .select({ count, lastAt })
    .from(signInAttempts)
    .where(eq(signInAttempts.key, key))
    .get();
}
