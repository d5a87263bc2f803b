import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { findAccountLink } from "@/db/queries/auth/account-links";
import { accountLinks } from "@/db/schema";
import { derivedFrom } from "@/lib/auth/seal";
import { ACCOUNT_LINK_LENGTH, type AccountLinkKind } from "@/lib/domain/account-link";
import { DomainError } from "@/lib/domain/error";
import { hashToken, makeToken } from "@/lib/token";

type New = Omit<
  typeof accountLinks.$inferInsert,
  "id" | "tokenHash" | "nonce" | "createdAt" | "expiresAt" | "usedAt" | "revokedAt"
>;

/** Makes a link, and gives its token; part of a larger write. `token` where it is to be typed. */
export function makeAccountLink(link: New, now: number, token?: string) {
  const nonce = makeToken();
  const [derived = ""] = derivedFrom(nonce, "account link");
  const wanted = token ?? derived;
  const { id } = db()
    .insert(accountLinks)
    .values({
      ...link,
      nonce,
      tokenHash: hashToken(wanted),
      createdAt: now,
      expiresAt: now + ACCOUNT_LINK_LENGTH[link.kind],
    })
    .returning({ id: accountLinks.id })
    .get();
  return { id, token: wanted };
}

/** What a link is for; throws where it cannot be used. */
export function requireAccountLink(kind: AccountLinkKind, token: string, now: number) {
  const link = findAccountLink(kind, token, now);
  if (!link) throw new DomainError("This link does not work any more. Ask for a new one.");
  return link;
}

/** Uses a link up and gives its row; part of a larger write. */
export function takeAccountLink(kind: AccountLinkKind, token: string, now: number) {
  const link = requireAccountLink(kind, token, now);
  db().update(accountLinks).set({ usedAt: now }).where(eq(accountLinks.id, link.id)).run();
  return link;
}

/** Makes the links of a kind that are still open unusable; part of a larger write. */
export function revokeAccountLinks(
  kind: AccountLinkKind,
  of: { email: string } | { userId: number },
  now: number,
): void {
  const isTheirs =
    "email" in of ? eq(accountLinks.email, of.email) : eq(accountLinks.userId, of.userId);
  db()
    .update(accountLinks)
    .set({ revokedAt: now })
    .where(
      and(
        eq(accountLinks.kind, kind),
        isTheirs,
        isNull(accountLinks.usedAt),
        isNull(accountLinks.revokedAt),
      ),
    )
    .run();
}
