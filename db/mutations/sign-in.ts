import { eq, lt } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findHalfSignIn } from "@/db/queries/auth/half-sign-ins";
import { findOwnAccount, findUserByEmail } from "@/db/queries/auth/users";
import { hasSecondFactor } from "@/db/queries/auth/second-factors";
import { halfSignIns } from "@/db/schema";
import { isDeviceOf, makeDevice } from "@/lib/auth/device";
import { fitsPassword } from "@/lib/auth/password";
import { FREE_ATTEMPTS, waitSentence } from "@/lib/domain/attempts";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { maySignInByPassword } from "@/lib/domain/provider";
import {
  HALF_SIGN_IN_LENGTH,
  type HalfSignedIn,
  type SignedIn,
  type SignInWay,
} from "@/lib/domain/session";
import { hashToken, makeToken } from "@/lib/token";
import { recordAudit } from "./audit";
import { recordRefusal } from "./refusals";
import { spendCode } from "./second-factors";
import { startSession } from "./sessions";
import { forgetAttempts, returnAttempt, takeAttempt, type AttemptLimit } from "./sign-in-attempts";

/** Where an attempt comes from; `device` is what the browser kept of an earlier sign-in. */
export type Where = { address: string; browser?: string | null; device?: string | undefined };
type Attempt = Where & {
  email: string;
  password: string;
  /** The address of the only account that signs in with a password, where passwords are off. */
  breakGlass?: string | undefined;
};

/**
 * Checks the password and starts a session, or asks for the second factor. Refuses with a DomainError, and
 * the same one, after the same time, for an unknown e-mail, a wrong password and a closed account.
 */
export async function signInWithPassword(
  { email, password, breakGlass, ...where }: Attempt,
  now: number,
): Promise<SignedIn | HalfSignedIn> {
  const before = findUserByEmail(email);
  const limits = limitsOf("account", hashToken(email.toLowerCase()), before?.id ?? 0, where);
  const wait = takeAttempt(limits, now);
  if (wait > 0) {
    noteRefusal(before, "too many attempts");
    throw new DomainError(waitSentence(wait));
  }
  const fits = await fitsPassword(password, before?.passwordHash ?? undefined);
  const started = transaction(() => {
    const user = findUserByEmail(email); // it may have changed while the password was checked
    const unchanged = user?.passwordHash === before?.passwordHash;
    if (!user || !fits || !unchanged || user.disabledAt !== null) return undefined;
    if (!maySignInByPassword(user.email, breakGlass)) return undefined;
    forgive(limits);
    return hasSecondFactor(user.id) ? askForFactor(user.id, now) : start(user, where, now);
  });
  if (started) return started;
  noteRefusal(before, whyNot(before, fits));
  throw new DomainError("Email or password is not correct.");
}

/** Checks the code of the app, or one that is for losing it, and starts the session. */
export function finishSignIn(
  { half, code, ...where }: Where & { half: string; code: string },
  now: number,
) {
  const asked = findHalfSignIn(half, now);
  if (!asked) throw new DomainError("This took too long. Sign in again from the beginning.");
  const limits = limitsOf("factor", String(asked.id), asked.id, where);
  const wait = takeAttempt(limits, now);
  if (wait > 0) {
    noteRefusal(asked, "too many attempts");
    throw new DomainError(waitSentence(wait));
  }
  const started = transaction(() => {
    if (!spendCode(asked.id, code, now)) return undefined;
    forgive(limits);
    db()
      .delete(halfSignIns)
      .where(eq(halfSignIns.id, hashToken(half)))
      .run();
    return start(asked, where, now);
  });
  if (started) return started;
  noteRefusal(asked, "wrong code");
  throw new DomainError("This code is not right, or was used before.", "code");
}

/**
 * What an attempt is counted under: the account, then the place. A browser in which this account signed in before
 * counts for itself alone, so that strangers who guess do not keep its owner out, even at the same address.
 */
function limitsOf(
  kind: "account" | "factor",
  name: string,
  userId: number,
  { address, device }: Where,
): AttemptLimit[] {
  const free = FREE_ATTEMPTS.account;
  if (isDeviceOf(device, userId)) return [{ key: `${kind}-device:${hashToken(device)}`, free }];
  return [
    { key: `${kind}:${name}`, free },
    { key: `address:${address}`, free: FREE_ATTEMPTS.address },
  ];
}

/** After a success nothing counts against the account, and of the place's attempts one less. */
function forgive([account, place]: AttemptLimit[]): void {
  if (account) forgetAttempts(account.key);
  if (place) returnAttempt(place.key);
}

function askForFactor(userId: number, now: number): HalfSignedIn {
  const half = makeToken();
  const expiresAt = now + HALF_SIGN_IN_LENGTH;
  db().delete(halfSignIns).where(lt(halfSignIns.expiresAt, now)).run();
  db()
    .insert(halfSignIns)
    .values({ id: hashToken(half), userId, expiresAt })
    .run();
  return { is: "half", userId, half };
}

/** Starts the session of somebody who came by a link that only they have, or by another provider's word. */
export function startAs(userId: number, way: SignInWay, where: Where, now = Date.now()): SignedIn {
  return transaction(() => {
    const user = findOwnAccount(userId);
    if (!user || user.disabledAt !== null) throw new NotFoundError("This account is closed.");
    return start(user, where, now, way);
  });
}

function start(
  { id, name }: { id: number; name: string },
  { address, browser = null, device }: Where,
  now: number,
  way: SignInWay = "password",
): SignedIn {
  recordAudit(name, "session:start", `user ${id}`, { way });
  const sid = startSession(id, now, { address, browser }, way);
  return { is: "whole", userId: id, sid, device: isDeviceOf(device, id) ? device : makeDevice(id) };
}

function whyNot(user: { disabledAt: number | null } | undefined, fits: boolean): string {
  if (user?.disabledAt) return "closed account";
  return fits ? "passwords are off" : "wrong password";
}

/** An e-mail that nobody has is not kept: some people type their password there. */
function noteRefusal(user: { id: number } | undefined, why: string): void {
  recordRefusal({
    actor: "a stranger",
    action: "session:start",
    object: user ? `user ${user.id}` : "user unknown",
    detail: { why: user ? why : "unknown e-mail" },
  });
}
