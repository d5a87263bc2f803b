import { transaction } from "@/db/client";
import { findUserByEmail } from "@/db/queries/auth/users";
import { fitsPassword } from "@/lib/auth/password";
import { FREE_ATTEMPTS, waitSentence } from "@/lib/domain/attempts";
import { DomainError } from "@/lib/domain/error";
import { hashToken } from "@/lib/token";
import { recordAudit } from "./audit";
import { recordRefusal } from "./refusals";
import { startSession } from "./sessions";
import { forgetAttempts, returnAttempt, takeAttempt } from "./sign-in-attempts";

type Attempt = { email: string; password: string; address: string };

/**
 * Checks the password and starts a session. Refuses with a DomainError, and the same one, after the
 * same time, for an unknown e-mail, a wrong password and a closed account.
 */
export async function signInWithPassword(
  { email, password, address }: Attempt,
  now: number,
): Promise<{ userId: number; sid: string }> {
  const account = { key: `account:${hashToken(email.toLowerCase())}`, free: FREE_ATTEMPTS.account };
  const place = { key: `address:${address}`, free: FREE_ATTEMPTS.address };
  const wait = takeAttempt([account, place], now);
  const before = findUserByEmail(email);
  if (wait > 0) {
    noteRefusal(before, "too many attempts");
    throw new DomainError(waitSentence(wait));
  }
  const fits = await fitsPassword(password, before?.passwordHash);
  const started = transaction(() => {
    const user = findUserByEmail(email); // it may have changed while the password was checked
    const unchanged = user?.passwordHash === before?.passwordHash;
    if (!user || !fits || !unchanged || user.disabledAt !== null) return undefined;
    forgetAttempts(account.key);
    returnAttempt(place.key);
    recordAudit(user.name, "session:start", `user ${user.id}`);
    return { userId: user.id, sid: startSession(user.id, now) };
  });
  if (started) return started;
  noteRefusal(before, before?.disabledAt ? "closed account" : "wrong password");
  throw new DomainError("Email or password is not correct.");
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
