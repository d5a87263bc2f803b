import { and, eq, isNull, ne } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { users } from "@/db/schema";
import { DomainError } from "@/lib/domain/error";
import type { Role } from "@/lib/domain/permissions";
import { recordAudit } from "./audit";
import { endAllSessions } from "./sessions";

type NewUser = {
  email: string;
  name: string;
  role: Role;
  passwordHash: string;
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
    recordAudit(actor, "user:create", `user ${id}`, { role: user.role });
    return id;
  });
}

/** Stores a new password and ends every session that began with the old one. */
export function setPassword(
  actor: string,
  userId: number,
  passwordHash: string,
  now: number,
): void {
  transaction(() => {
    changeUser(userId, { passwordHash });
    endAllSessions(userId, now);
    recordAudit(actor, "user:password", `user ${userId}`);
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

function changeUser(userId: number, change: Partial<typeof users.$inferInsert>): void {
  const { changes } = db().update(users).set(change).where(eq(users.id, userId)).run();
  if (changes === 0) throw new DomainError("This account does not exist.");
}

function assertAnotherAdmin(userId: number): void {
  const other = db()
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt), ne(users.id, userId)))
    .limit(1)
    .get();
  if (!other) throw new DomainError("The last admin's account has to stay open.");
}
