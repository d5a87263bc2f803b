import { asc, eq, max } from "drizzle-orm";
import { db } from "@/db/client";
import { people, secondFactors, sessions, users } from "@/db/schema";

export type Account = ReturnType<typeof listAccounts>[number];

/** Everyone who can sign in or could, with the person of the records that they are; without ways in. */
export function listAccounts() {
  const lastSeen = db()
    .select({ userId: sessions.userId, lastSeenAt: max(sessions.lastSeenAt).as("seen_at") })
    .from(sessions)
    .groupBy(sessions.userId)
    .as("last_seen");
  const { id, name, email, role, isDemo, personId, disabledAt, createdAt } = users;
  return db()
    .select({
      ...{ id, name, email, role, isDemo, personId, disabledAt, createdAt },
      person: people.name,
      factorAt: secondFactors.confirmedAt,
      lastSeenAt: lastSeen.lastSeenAt,
    })
    .from(users)
    .leftJoin(people, eq(people.id, personId))
    .leftJoin(secondFactors, eq(secondFactors.userId, id))
    .leftJoin(lastSeen, eq(lastSeen.userId, id))
    .orderBy(asc(name), asc(id))
    .all();
}

export const findAccount = (id: number): Account | undefined =>
  listAccounts().find((account) => account.id === id);
