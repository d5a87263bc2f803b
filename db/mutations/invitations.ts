import { and, eq, isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findAccountLink } from "@/db/queries/auth/account-links";
import { findUserByEmail, hasUsers } from "@/db/queries/auth/users";
import { personByAlias } from "@/db/queries/people";
import { accountLinks, people } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import { readablePassword } from "@/lib/auth/secrets";
import { accountLinkPath } from "@/lib/domain/account-link";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { aliasKey } from "@/lib/domain/people";
import type { Role } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import {
  makeAccountLink,
  requireAccountLink,
  revokeAccountLinks,
  takeAccountLink,
} from "./account-links";
import { mailLink } from "./account-notices";
import { recordAudit } from "./audit";
import { createUser } from "./users";

type Invitation = { email: string; role: Role; person?: string | undefined };

/** Invites somebody by mail, and gives the path of the link, which can be handed over too. */
export function invite(viewer: Viewer, wanted: Invitation, now = Date.now()): { path: string } {
  return transaction(() => {
    const email = wanted.email.toLowerCase();
    const { role } = wanted;
    if (findUserByEmail(email)) throw new DomainError("They have an account already.", "email");
    const personId = wanted.person === undefined ? null : requirePerson(wanted.person);
    revokeAccountLinks("invitation", { email }, now);
    const invitation = {
      kind: "invitation",
      email,
      role,
      personId,
      createdBy: viewer.name,
    } as const;
    const { id, token } = makeAccountLink(invitation, now);
    mailLink("invitation", { id, email }, now);
    recordAudit(viewer.name, "user:invite", `invitation ${id}`, { email, role });
    return { path: accountLinkPath("invitation", token) };
  });
}

/** Takes an invitation back that nobody has accepted. */
export function revokeInvitation(viewer: Viewer, { id }: { id: number }, now = Date.now()): void {
  transaction(() => {
    const { usedAt, revokedAt } = accountLinks;
    const isOpen = and(eq(accountLinks.id, id), isNull(usedAt), isNull(revokedAt));
    const { changes } = db().update(accountLinks).set({ revokedAt: now }).where(isOpen).run();
    if (changes === 0) throw new NotFoundError("It was accepted or taken back meanwhile.");
    recordAudit(viewer.name, "user:revoke-invitation", `invitation ${id}`);
  });
}

type Newcomer = { token: string; name: string; password: string };

/** Makes the account that an invitation is for, and gives its id. */
export async function acceptInvitation(
  { token, name, password }: Newcomer,
  now = Date.now(),
): Promise<{ userId: number }> {
  requireAccountLink("invitation", token, now);
  const passwordHash = await hashPassword(password);
  return transaction(() => joinByInvitation({ token, name, passwordHash }, now));
}

/** The same for those whose password is elsewhere (`null`); part of a larger write. */
export function joinByInvitation(
  { token, name, passwordHash }: { token: string; name: string; passwordHash: string | null },
  now: number,
): { userId: number } {
  const { id, email, role, personId } = takeAccountLink("invitation", token, now);
  if (!role) throw new Error(`Invitation ${id} is for no role.`);
  if (findUserByEmail(email)) {
    throw new ConflictError("You have an account already. Sign in with it.", email);
  }
  const known = personId ?? personWithAddress(email);
  const userId = createUser(name, { email, name, role, passwordHash, personId: known });
  db().update(accountLinks).set({ userId }).where(eq(accountLinks.id, id)).run();
  return { userId };
}

/** Makes a code that lets one person make the first account; it is to be printed where the operator reads. */
export function makeSetupCode(now: number): string {
  const code = readablePassword();
  transaction(() => {
    revokeAccountLinks("setup", { email: "" }, now);
    makeAccountLink({ kind: "setup", email: "", createdBy: "system" }, now, code);
  });
  return code;
}

type FirstAdmin = { code: string; name: string; email: string; password: string };

/** Makes the account of the first admin. The code has too many bits to be guessed. */
export async function setUp(
  { code, name, email, password }: FirstAdmin,
  now = Date.now(),
): Promise<{ userId: number }> {
  requireCode(code, now);
  const passwordHash = await hashPassword(password);
  return transaction(() => {
    requireCode(code, now);
    takeAccountLink("setup", tidied(code), now);
    return { userId: createUser(name, { email, name, role: "admin", passwordHash }) };
  });
}

function requireCode(code: string, now: number): void {
  if (hasUsers()) throw new ConflictError("There is an account already. Sign in with it.", null);
  if (findAccountLink("setup", tidied(code), now)) return;
  throw new DomainError("This is not the code that the last start printed.", "code");
}

const tidied = (code: string) => code.trim().toLowerCase();

function requirePerson(text: string): number {
  const name = personByAlias().get(aliasKey(text)) ?? text;
  const person = db().select({ id: people.id }).from(people).where(eq(people.name, name)).get();
  if (!person) throw new DomainError("The records name nobody like this.", "person");
  return person.id;
}

/** The person of whom somebody confirmed that this address is theirs. */
export function personWithAddress(email: string): number | null {
  const name = personByAlias().get(email);
  if (name === undefined) return null;
  return db().select({ id: people.id }).from(people).where(eq(people.name, name)).get()?.id ?? null;
}
