import { and, asc, count, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { incidentMembers, people, publicIncidents, shareLinks, users } from "@/db/schema";
import { aliasKey } from "@/lib/domain/people";
import { nameOf } from "./people";

/** Who besides admins sees a private incident. */
export function listMembers(incidentId: number) {
  return db()
    .select({ userId: users.id, name: users.name, role: users.role })
    .from(incidentMembers)
    .innerJoin(users, eq(users.id, incidentMembers.userId))
    .where(eq(incidentMembers.incidentId, incidentId))
    .orderBy(asc(users.name), asc(users.id))
    .all();
}

/** The open accounts, with the names that people know them by. */
export function listAccounts() {
  return db()
    .select({ userId: users.id, name: users.name, role: users.role, person: people.name })
    .from(users)
    .leftJoin(people, eq(people.id, users.personId))
    .where(isNull(users.disabledAt))
    .orderBy(asc(users.name), asc(users.id))
    .all();
}

/** The accounts of a person whom an incident names. */
export function accountsOf(name: string) {
  const wanted = aliasKey(name);
  return listAccounts().filter((account) =>
    [account.name, account.person].some((each) => each !== null && aliasKey(each) === wanted),
  );
}

/** The accounts of somebody who is named, or whose address is given. */
export function accountIdsOf(word: string): number[] {
  const byName = accountsOf(nameOf(word) ?? word).map(({ userId }) => userId);
  const { id, email } = users;
  const byAddress = db()
    .select({ id })
    .from(users)
    .where(eq(email, aliasKey(word)))
    .all();
  return [...new Set([...byName, ...byAddress.map((row) => row.id)])];
}

/** Why an incident cannot be made private yet: outsiders can read something of it. */
export function listPublicWays(incidentId: number, now = Date.now()) {
  const page = db()
    .select({ id: publicIncidents.id })
    .from(publicIncidents)
    .where(and(eq(publicIncidents.incidentId, incidentId), isNull(publicIncidents.withdrawnAt)))
    .get();
  const links = db()
    .select({ n: count() })
    .from(shareLinks)
    .where(
      and(
        eq(shareLinks.incidentId, incidentId),
        isNull(shareLinks.revokedAt),
        gt(shareLinks.expiresAt, now),
      ),
    )
    .get();
  return { isOnStatusPage: page !== undefined, liveLinks: links?.n ?? 0 };
}
