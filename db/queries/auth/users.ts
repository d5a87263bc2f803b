import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { people, users } from "@/db/schema";

/** What a sign-in has to know of an account. */
export function findUserByEmail(email: string) {
  const { id, name, passwordHash, disabledAt } = users;
  return db()
    .select({ id, name, email: users.email, passwordHash, disabledAt })
    .from(users)
    .where(eq(users.email, email.toLowerCase()))
    .get();
}

/** The demo's accounts that can sign in. */
export function listDemoAccounts() {
  const { name, email } = users;
  return db()
    .select({ name, email })
    .from(users)
    .where(and(eq(users.isDemo, true), isNull(users.disabledAt)))
    .orderBy(asc(users.id))
    .all();
}

/** True once anyone has an account. */
export const hasUsers = () =>
  db().select({ id: users.id }).from(users).limit(1).get() !== undefined;

/** True for the address of an account that came with the demo. */
export const isDemoAddress = (email: string) =>
  db()
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), eq(users.isDemo, true)))
    .get() !== undefined;

/** What signs somebody in again who is signed in: their password, or the codes of their app. */
export function findOwnAccount(userId: number) {
  const { id, name, email, passwordHash, disabledAt, createdAt } = users;
  const account = db()
    .select({ id, name, email, passwordHash, disabledAt, createdAt, person: people.name })
    .from(users)
    .leftJoin(people, eq(people.id, users.personId))
    .where(eq(id, userId))
    .get();
  if (!account) return undefined;
  return { ...account, hasPassword: account.passwordHash !== null };
}
