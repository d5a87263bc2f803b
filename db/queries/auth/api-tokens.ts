import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { apiTokens, users } from "@/db/schema";
import { isScope } from "@/lib/domain/scopes";
import { hashToken } from "@/lib/token";

/** Whose token this is and what it is for, while it works: not revoked, not expired, of an enabled account. */
export function findLiveToken(token: string, now: number) {
  const { id, scopes, lastUsedAt } = apiTokens;
  const row = db()
    .select({
      id,
      scopes,
      lastUsedAt,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(
        eq(apiTokens.tokenHash, hashToken(token)),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, now),
        isNull(users.disabledAt),
      ),
    )
    .get();
  if (!row) return undefined;
  const { userId, name, email, role } = row;
  return {
    id: row.id,
    viewer: { userId, name, email, role },
    scopes: row.scopes.filter(isScope),
    lastUsedAt: row.lastUsedAt,
  };
}
