import { and, eq, isNull, ne } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { accountLinks, halfSignIns, providerTrips, secondFactors, sessions } from "@/db/schema";
import { withNewKeys, withoutOldSeals } from "@/lib/auth/rotation";
import { keyIdOf, seal, unseal } from "@/lib/auth/seal";
import { loadSecrets, replaceSecrets } from "@/lib/auth/secrets";
import { factorContext } from "@/lib/domain/second-factor";
import { recordAudit } from "./audit";

export type Rotated = { factors: number; sessions: number; links: number };

/**
 * Puts new secrets in place of a data folder's, and ends what the older ones let in. The write lock makes a second
 * rotation wait. Old keys are dropped once nothing stored needs them: killed anywhere, it can be run again.
 */
export function rotateSecrets(actor: string, dataDir: string, now = Date.now()): Rotated {
  const rotated = transaction(() => {
    replaceSecrets(dataDir, withNewKeys(loadSecrets(dataDir)));
    const counts = { factors: sealAnew(), sessions: endSessions(now), links: endLinks(now) };
    recordAudit(actor, "secrets:rotate", "secrets", counts);
    return counts;
  });
  transaction(() => {
    const used = new Set(listSealed().map(({ secret }) => keyIdOf(secret)));
    replaceSecrets(dataDir, withoutOldSeals(loadSecrets(dataDir), used));
  });
  return rotated;
}

const listSealed = () =>
  db()
    .select({ userId: secondFactors.userId, secret: secondFactors.secret })
    .from(secondFactors)
    .all();

function sealAnew(): number {
  const factors = listSealed();
  for (const { userId, secret } of factors) {
    const context = factorContext(userId);
    const sealed = seal(unseal(secret, context), context);
    db()
      .update(secondFactors)
      .set({ secret: sealed })
      .where(eq(secondFactors.userId, userId))
      .run();
  }
  return factors.length;
}

function endSessions(now: number): number {
  db().delete(halfSignIns).run();
  db().delete(providerTrips).run();
  const isLive = isNull(sessions.revokedAt);
  return db().update(sessions).set({ revokedAt: now }).where(isLive).run().changes;
}

/** Whoever has an older key and the database can tell these links. The first start's code is typed, and drawn by lot. */
function endLinks(now: number): number {
  const { kind, usedAt, revokedAt } = accountLinks;
  const isOpen = and(ne(kind, "setup"), isNull(usedAt), isNull(revokedAt));
  return db().update(accountLinks).set({ revokedAt: now }).where(isOpen).run().changes;
}
