import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";

/** What a sign-in has to know of an account. */
export function findUserByEmail(email: string) {
  const { id, name, passwordHash, disabledAt } = users;
  return db()
    .select({ id, name, passwordHash, disabledAt })
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
