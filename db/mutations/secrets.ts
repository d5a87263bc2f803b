import { and, count, eq, isNull, ne } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { accountLinks, halfSignIns, providerTrips, secondFactors, sessions } from "@/db/schema";
import { withNewKeys, withoutOldSeals } from "@/lib/auth/rotation";
import { keyIdOf } from "@/lib/auth/seal";
import { loadSecrets, replaceSecrets } from "@/lib/auth/secrets";
import { recordAudit } from "./audit";
import { listSealed, sealAnew } from "./sealed";

export type Rotated = { factors: number; sessions: number; links: number };

/**
 * Puts new secrets in place of a data folder's, and ends what the older ones let in. The write lock makes a second
 * rotation wait. Old keys are dropped once nothing stored needs them: killed anywhere, it can be run again.
 */
export function rotateSecrets(actor: string, dataDir: string, now = Date.now()): Rotated {
  const rotated = transaction(() => {
    replaceSecrets(dataDir, withNewKeys(loadSecrets(dataDir)));
    const { factors = 0 } = db().select({ factors: count() }).from(secondFactors).get() ?? {};
    sealAnew();
    const counts = { factors, sessions: endSessions(now), links: endLinks(now) };
    recordAudit(actor, "secrets:rotate", "secrets", counts);
    return counts;
  });
  transaction(() => {
    const used = new Set(listSealed().map(({ text }) => keyIdOf(text)));
    replaceSecrets(dataDir, withoutOldSeals(loadSecrets(dataDir), used));
  });
  return rotated;
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
