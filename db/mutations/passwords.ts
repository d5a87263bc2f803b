import { transaction } from "@/db/client";
import { findOwnAccount, findUserByEmail } from "@/db/queries/auth/users";
import { fitsPassword, hashPassword } from "@/lib/auth/password";
import { accountLinkPath } from "@/lib/domain/account-link";
import { FREE_ATTEMPTS, waitSentence } from "@/lib/domain/attempts";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import {
  makeAccountLink,
  requireAccountLink,
  revokeAccountLinks,
  takeAccountLink,
} from "./account-links";
import { mailLink } from "./account-notices";
import { recordAudit } from "./audit";
import { recordRefusal } from "./refusals";
import { spendCode } from "./second-factors";
import { forgetAttempts, takeAttempt } from "./sign-in-attempts";
import { setPassword } from "./users";

type Change = { old: string; password: string; sessionId: string };

/** Puts a new password in place of the old one, and ends all other sessions. */
export async function changeOwnPassword(
  viewer: Viewer,
  { old, password, sessionId }: Change,
  now = Date.now(),
): Promise<void> {
  await requireOwnPassword(viewer, old, "oldPassword", now);
  const passwordHash = await hashPassword(password);
  setPassword(viewer.name, viewer.userId, { passwordHash, keptSession: sessionId }, now);
}

/** Goes on where the password is this person's own; `field` is where it was typed. */
export async function requireOwnPassword(
  viewer: Viewer,
  password: string,
  field: string,
  now = Date.now(),
): Promise<void> {
  const key = takeProof(viewer, now);
  const fits = await fitsPassword(
    password,
    findOwnAccount(viewer.userId)?.passwordHash ?? undefined,
  );
  if (!fits) refuseProof(viewer, "This is not your password.", field);
  forgetAttempts(key);
}

/** Goes on where the code is one of this person's app or a recovery code. */
export function requireOwnCode(viewer: Viewer, code: string, now = Date.now()): void {
  const key = takeProof(viewer, now);
  const fits = transaction(() => spendCode(viewer.userId, code, now));
  if (!fits) refuseProof(viewer, "This code is not right, or was used before.", "code");
  forgetAttempts(key);
}

function takeProof({ userId }: Viewer, now: number): string {
  const key = `proof:${userId}`;
  const wait = takeAttempt([{ key, free: FREE_ATTEMPTS.account }], now);
  if (wait > 0) throw new DomainError(waitSentence(wait));
  return key;
}

function refuseProof({ userId, name }: Viewer, sentence: string, field: string): never {
  recordRefusal({ actor: name, action: "user:prove", object: `user ${userId}` });
  throw new DomainError(sentence, field);
}

/**
 * Sends a link to a new password to whoever has an account with this address. Nothing tells whether somebody
 * has, and asking again and again sends few mails.
 */
export function askForReset(
  email: string,
  { address }: { address: string },
  now = Date.now(),
): void {
  const place = { key: `reset:${address}`, free: FREE_ATTEMPTS.reset };
  transaction(() => {
    const wait = takeAttempt([place], now);
    if (wait > 0) throw new DomainError(waitSentence(wait));
    const user = findUserByEmail(email);
    if (!user || user.disabledAt !== null) return;
    if (takeAttempt([{ key: `reset-mail:${user.id}`, free: 1 }], now) > 0) return;
    const { id } = makeReset(user, user.name, now);
    mailLink("reset", { id, email: user.email }, now);
  });
}

/** Makes a link to a new password for somebody, to be handed over, and gives its path. */
export function makeResetLink(actor: string, userId: number, now = Date.now()): { path: string } {
  return transaction(() => {
    const account = findOwnAccount(userId);
    if (!account) throw new NotFoundError("This account does not exist.");
    const { token } = makeReset(account, actor, now);
    return { path: accountLinkPath("reset", token) };
  });
}

function makeReset({ id: userId, email }: { id: number; email: string }, by: string, now: number) {
  revokeAccountLinks("reset", { userId }, now);
  const made = makeAccountLink({ kind: "reset", email, userId, createdBy: by }, now);
  recordAudit(by, "user:ask-reset", `user ${userId}`);
  return made;
}

/** Stores the password that was chosen behind a link, and ends all sessions. The second factor stays. */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  now = Date.now(),
): Promise<void> {
  requireAccountLink("reset", token, now);
  const passwordHash = await hashPassword(password);
  transaction(() => {
    const { userId } = takeAccountLink("reset", token, now);
    const account = userId === null ? undefined : findOwnAccount(userId);
    if (!account) throw new NotFoundError("This account does not exist any more.");
    const change = { passwordHash, verb: "user:reset-password" };
    setPassword(account.name, account.id, change, now);
  });
}
