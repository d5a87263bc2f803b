import { and, eq, isNull, ne } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { personByAlias } from "@/db/queries/people";
import { people, users } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { aliasKey, isEmail } from "@/lib/domain/people";
import type { Role } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import { revokeAccountLinks } from "./account-links";
import { tellOwner } from "./account-notices";
import { recordAudit } from "./audit";
import { endAllSessions } from "./sessions";

type NewUser = {
  email: string;
  name: string;
  role: Role;
  passwordHash: string | null;
  personId?: number | null;
  isDemo?: boolean;
};

/** Makes an account and gives its id. */
export function createUser(actor: string, { email, ...user }: NewUser): number {
  return transaction(() => {
    const { id } = db()
      .insert(users)
      .values({ ...user, email: email.toLowerCase() })
      .returning({ id: users.id })
      .get();
    recordAudit(actor, "user:create", `user ${id}`, { email, role: user.role });
    return id;
  });
}

type PasswordChange = { passwordHash: string; verb?: string; keptSession?: string };

/** Stores a new password, ends every session that began with the old one, and tells its owner. */
export function setPassword(
  actor: string,
  userId: number,
  { passwordHash, verb = "user:password", keptSession }: PasswordChange,
  now: number,
): void {
  transaction(() => {
    changeUser(userId, { passwordHash });
    revokeAccountLinks("reset", { userId }, now);
    endAllSessions(userId, now, keptSession);
    recordAudit(actor, verb, `user ${userId}`);
    tellOwner(userId, "password", now);
  });
}

/** Closes or reopens an account; closing ends its sessions. The last open admin account stays open. */
export function setDisabled(actor: string, userId: number, disabled: boolean, now: number): void {
  transaction(() => {
    if (disabled) assertAnotherAdmin(userId);
    changeUser(userId, { disabledAt: disabled ? now : null });
    if (disabled) endAllSessions(userId, now);
    recordAudit(actor, disabled ? "user:disable" : "user:enable", `user ${userId}`);
  });
}

/** Gives an account another role, and ends its sessions. The last admin stays one. */
export function changeRole(
  viewer: Viewer,
  { userId, role }: { userId: number; role: Role },
  now = Date.now(),
): void {
  transaction(() => {
    const { role: before } = requireUser(userId);
    if (before === role) return;
    if (before === "admin") assertAnotherAdmin(userId);
    changeUser(userId, { role });
    endAllSessions(userId, now);
    recordAudit(viewer.name, "user:change-role", `user ${userId}`, { before, after: role });
  });
}

/** Gives an account the role that its groups at a provider have; the last admin stays one. */
export function takeRole(userId: number, role: Role, now: number): void {
  transaction(() => {
    const { role: before } = requireUser(userId);
    if (before === role || (before === "admin" && !hasAnotherAdmin(userId))) return;
    changeUser(userId, { role });
    endAllSessions(userId, now);
    const detail = { before, after: role, way: "provider" };
    recordAudit("the provider", "user:change-role", `user ${userId}`, detail);
  });
}

/** Says which person of the records has an account; without a name, that it is none of them. */
export function linkPerson(
  viewer: Viewer,
  { userId, person }: { userId: number; person?: string | undefined },
): void {
  transaction(() => {
    const { personId: before } = requireUser(userId);
    const personId = person === undefined ? null : personCalled(person);
    if (before === personId) return;
    changeUser(userId, { personId });
    const detail = { before: nameOfPerson(before), after: nameOfPerson(personId) };
    recordAudit(viewer.name, "user:link-person", `user ${userId}`, detail);
  });
}

/** Changes what one is called from now on; what is written already keeps the name that it has. */
export function renameSelf({ userId }: Viewer, { name }: { name: string }): void {
  transaction(() => {
    const { name: before } = requireUser(userId);
    if (before === name) return;
    changeUser(userId, { name });
    recordAudit(name, "user:rename", `user ${userId}`, { before, after: name });
  });
}

function requireUser(userId: number) {
  const { name, role, personId } = users;
  const user = db().select({ name, role, personId }).from(users).where(eq(users.id, userId)).get();
  if (!user) throw new NotFoundError("This account does not exist.");
  return user;
}

function personCalled(text: string): number {
  const name = personByAlias().get(aliasKey(text)) ?? text;
  const found = db().select({ id: people.id }).from(people).where(eq(people.name, name)).get();
  if (found) return found.id;
  if (isEmail(name)) throw new DomainError("Give the person’s name, not an address.", "person");
  return db().insert(people).values({ name }).returning({ id: people.id }).get().id;
}

const nameOfPerson = (personId: number | null) =>
  personId === null
    ? null
    : (db().select({ name: people.name }).from(people).where(eq(people.id, personId)).get()?.name ??
      null);

function changeUser(userId: number, change: Partial<typeof users.$inferInsert>): void {
  const { changes } = db().update(users).set(change).where(eq(users.id, userId)).run();
  if (changes === 0) throw new NotFoundError("This account does not exist.");
}

function assertAnotherAdmin(userId: number): void {
  if (!hasAnotherAdmin(userId)) {
    throw new DomainError("The last admin's account has to stay open.");
  }
}

const hasAnotherAdmin = (userId: number): boolean =>
  db()
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt), ne(users.id, userId)))
    .limit(1)
    .get() !== undefined;
