import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { identities, identityOffers } from "@/db/schema";

/** Whose account somebody at a provider has. */
export const findUserByIdentity = (issuer: string, subject: string) =>
  db()
    .select({ id: identities.id, userId: identities.userId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .get();

export type OwnIdentity = ReturnType<typeof listIdentities>[number];

/** What an account is connected to. */
export function listIdentities(userId: number) {
  const { id, issuer, email, createdAt, lastUsedAt } = identities;
  return db()
    .select({ id, issuer, email, createdAt, lastUsedAt })
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(asc(id))
    .all();
}

/** What can be connected in this session. */
export function findOffer(sessionId: string, now: number) {
  const { userId, issuer, subject, email } = identityOffers;
  return db()
    .select({ userId, issuer, subject, email })
    .from(identityOffers)
    .where(and(eq(identityOffers.sessionId, sessionId), gt(identityOffers.expiresAt, now)))
    .get();
}
