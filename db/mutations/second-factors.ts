import { randomInt } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findSecondFactor } from "@/db/queries/auth/second-factors";
import { recoveryCodes, secondFactors } from "@/db/schema";
import { seal, unseal } from "@/lib/auth/seal";
import { makeTotpSecret, stepOf } from "@/lib/auth/totp";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import {
  factorContext,
  RECOVERY_ALPHABET,
  RECOVERY_CODES,
  RECOVERY_LENGTH,
  typedCode,
} from "@/lib/domain/second-factor";
import type { Viewer } from "@/lib/domain/viewer";
import { hashToken } from "@/lib/token";
import { recordAudit } from "./audit";
import { tellOwner } from "./account-notices";
import { endAllSessions } from "./sessions";

/** Makes a secret for an authenticator app. It counts for nothing until a code of the app was typed in. */
export function beginSecondFactor({ userId }: Viewer, now = Date.now()): void {
  transaction(() => {
    if (findSecondFactor(userId)?.confirmedAt) throw new DomainError("It is switched on already.");
    const secret = seal(makeTotpSecret(), factorContext(userId));
    db().delete(secondFactors).where(eq(secondFactors.userId, userId)).run();
    db().insert(secondFactors).values({ userId, secret, createdAt: now }).run();
  });
}

/** Switches it on, and gives the codes for the day on which the app is lost. */
export function confirmSecondFactor(viewer: Viewer, { code }: { code: string }, now = Date.now()) {
  return transaction(() => {
    const { userId, name } = viewer;
    const factor = findSecondFactor(userId);
    if (!factor) throw new NotFoundError("Begin again: there is nothing to confirm any more.");
    if (factor.confirmedAt) throw new DomainError("It is switched on already.");
    const step = stepOf(code, unseal(factor.secret, factorContext(userId)), now);
    if (step === undefined) {
      throw new DomainError(
        "This is not the code of this moment. Is the app’s clock right?",
        "code",
      );
    }
    const confirmed = { confirmedAt: now, lastStep: step };
    db().update(secondFactors).set(confirmed).where(eq(secondFactors.userId, userId)).run();
    recordAudit(name, "user:add-factor", `user ${userId}`);
    tellOwner(userId, "factor-on", now);
    return { codes: newCodes(userId) };
  });
}

/** Puts new codes in place of those that are left. */
export function renewRecoveryCodes({ userId, name }: Viewer, now = Date.now()) {
  return transaction(() => {
    if (!findSecondFactor(userId)?.confirmedAt) throw new NotFoundError("It is not switched on.");
    recordAudit(name, "user:renew-codes", `user ${userId}`);
    tellOwner(userId, "codes", now);
    return { codes: newCodes(userId) };
  });
}

/** Switches it off, or forgets one that was only begun. Somebody else's sessions end with it. */
export function removeSecondFactor(viewer: Viewer, userId: number, now = Date.now()): void {
  transaction(() => {
    const factor = findSecondFactor(userId);
    if (!factor) throw new NotFoundError("It is switched off already.");
    db().delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
    db().delete(secondFactors).where(eq(secondFactors.userId, userId)).run();
    if (factor.confirmedAt === null) return;
    if (viewer.userId !== userId) endAllSessions(userId, now);
    recordAudit(viewer.name, "user:remove-factor", `user ${userId}`);
    tellOwner(userId, "factor-off", now);
  });
}

/**
 * Uses up a code of the app or a recovery code, if it is right: neither works twice, nor a code of the app
 * that is older than the last one. Part of a larger write.
 */
export function spendCode(userId: number, code: string, now: number): boolean {
  const factor = findSecondFactor(userId);
  if (!factor?.confirmedAt) return false;
  const step = stepOf(code, unseal(factor.secret, factorContext(userId)), now);
  if (step === undefined) return spendRecoveryCode(userId, code, now);
  if (step <= factor.lastStep) return false;
  db().update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.userId, userId)).run();
  return true;
}

function spendRecoveryCode(userId: number, typed: string, now: number): boolean {
  const code = typedCode(typed);
  if (code === undefined) return false;
  const { hash, usedAt } = recoveryCodes;
  const isThis = and(eq(recoveryCodes.userId, userId), eq(hash, hashToken(code)), isNull(usedAt));
  if (db().update(recoveryCodes).set({ usedAt: now }).where(isThis).run().changes === 0)
    return false;
  tellOwner(userId, "code-used", now);
  return true;
}

function newCodes(userId: number): string[] {
  db().delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
  return Array.from({ length: RECOVERY_CODES }, () => {
    const code = randomCode();
    db()
      .insert(recoveryCodes)
      .values({ userId, hash: hashToken(code) })
      .run();
    return code;
  });
}

const randomCode = () =>
  Array.from(
    { length: RECOVERY_LENGTH },
    () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)],
  ).join("");
