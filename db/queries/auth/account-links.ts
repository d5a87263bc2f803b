import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { accountLinks, people } from "@/db/schema";
import type { AccountLinkKind } from "@/lib/domain/account-link";
import { hashToken } from "@/lib/token";

const isOpen = (now: number) =>
  and(isNull(accountLinks.usedAt), isNull(accountLinks.revokedAt), gt(accountLinks.expiresAt, now));

/** What a link is for, while it can be used. */
export function findAccountLink(kind: AccountLinkKind, token: string, now: number) {
  const { id, email, role, personId, userId, createdBy } = accountLinks;
  return db()
    .select({ id, email, role, personId, userId, createdBy })
    .from(accountLinks)
    .where(
      and(eq(accountLinks.kind, kind), eq(accountLinks.tokenHash, hashToken(token)), isOpen(now)),
    )
    .get();
}

/** The same by its id, with what its token follows from. */
export function findLinkToMail(id: number, now: number) {
  const { kind, email, role, nonce, tokenHash, createdBy, expiresAt } = accountLinks;
  return db()
    .select({ kind, email, role, nonce, tokenHash, createdBy, expiresAt })
    .from(accountLinks)
    .where(and(eq(accountLinks.id, id), isOpen(now)))
    .get();
}

export type OpenInvitation = ReturnType<typeof listOpenInvitations>[number];

/** Invitations that nobody has accepted yet, the newest first. */
export function listOpenInvitations(now: number) {
  const { id, email, role, createdBy, createdAt, expiresAt } = accountLinks;
  return db()
    .select({ id, email, role, createdBy, createdAt, expiresAt, person: people.name })
    .from(accountLinks)
    .leftJoin(people, eq(people.id, accountLinks.personId))
    .where(and(eq(accountLinks.kind, "invitation"), isOpen(now)))
    .orderBy(desc(createdAt), desc(id))
    .all();
}
