import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { apiTokens, users } from "@/db/schema";
import { isScope } from "@/lib/domain/scopes";
import type { Viewer } from "@/lib/domain/viewer";

export type TokenRow = ReturnType<typeof listOwnTokens>[number];

const { id, name, ending, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = apiTokens;
const columns = { id, name, ending, scopes, createdAt, expiresAt, lastUsedAt, revokedAt };
const SHOWN_AT_MOST = 200;

/** A person's tokens, the newest first, without what would open anything. */
export function listOwnTokens({ userId }: Viewer, now: number) {
  return db()
    .select(columns)
    .from(apiTokens)
    .where(eq(apiTokens.userId, userId))
    .orderBy(desc(id))
    .limit(SHOWN_AT_MOST)
    .all()
    .map((row) => ({
      ...row,
      scopes: row.scopes.filter(isScope),
      state: stateOf(row, now),
    }));
}

/** The tokens of everybody else that work, for admins: whose they are and what for. */
export function listOthersTokens({ userId }: Viewer, now: number) {
  return db()
    .select({ ...columns, owner: users.name, email: users.email })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(and(ne(apiTokens.userId, userId), isNull(revokedAt), gt(expiresAt, now)))
    .orderBy(desc(id))
    .limit(SHOWN_AT_MOST)
    .all()
    .map((row) => ({ ...row, scopes: row.scopes.filter(isScope), state: "works" as const }));
}

function stateOf(
  token: { expiresAt: number; revokedAt: number | null },
  now: number,
): "works" | "expired" | "revoked" {
  if (token.revokedAt !== null) return "revoked";
  return token.expiresAt <= now ? "expired" : "works";
}
