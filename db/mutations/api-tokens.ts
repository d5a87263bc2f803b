import { and, eq, gt, isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { apiTokens } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { can } from "@/lib/domain/permissions";
import type { Scope } from "@/lib/domain/scopes";
import type { Viewer } from "@/lib/domain/viewer";
import { hashToken, makeToken } from "@/lib/token";
import { recordAudit } from "./audit";

const DAY = 86_400_000;
const MOST_TOKENS = 50;

/** In days. */
export const LONGEST_TOKEN = 365;

export type NewToken = { name: string; scopes: Scope[]; days: number };

/** Makes a token, which is given once and not stored. */
export function createApiToken(viewer: Viewer, wanted: NewToken, now = Date.now()) {
  const { name, scopes, days } = wanted;
  return transaction(() => {
    if (scopes.length === 0) throw new DomainError("Choose what the token is for.", "scopes");
    if (countLive(viewer, now) >= MOST_TOKENS) {
      throw new DomainError(`You have ${MOST_TOKENS} tokens. Revoke some of them first.`);
    }
    const token = `muster_${makeToken()}`;
    const expiresAt = now + Math.min(days, LONGEST_TOKEN) * DAY;
    const { id } = db()
      .insert(apiTokens)
      .values({
        userId: viewer.userId,
        name,
        tokenHash: hashToken(token),
        ending: token.slice(-4),
        scopes,
        createdAt: now,
        expiresAt,
      })
      .returning({ id: apiTokens.id })
      .get();
    recordAudit(viewer.name, "token:create", `token ${id}`, { name, scopes, days });
    return { id, token, expiresAt };
  });
}

/** Ends a token at once: one's own, or as an admin anybody's. */
export function revokeApiToken(viewer: Viewer, { id }: { id: number }, now = Date.now()): void {
  transaction(() => {
    const { userId, name, revokedAt } = apiTokens;
    const token = db()
      .select({ userId, name, revokedAt })
      .from(apiTokens)
      .where(eq(apiTokens.id, id))
      .get();
    const mayEnd = token?.userId === viewer.userId || can(viewer, "token:manage-all");
    if (!token || !mayEnd) throw new NotFoundError("This token is not there.");
    if (token.revokedAt !== null) return;
    const end = { revokedAt: now, revokedBy: viewer.name };
    db().update(apiTokens).set(end).where(eq(apiTokens.id, id)).run();
    recordAudit(viewer.name, "token:revoke", `token ${id}`, { name: token.name });
  });
}

/** Notes that a token was used, once a minute. */
export function noteTokenUse(id: number, lastUsedAt: number | null, now: number): void {
  if (lastUsedAt !== null && now - lastUsedAt < 60_000) return;
  db().update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, id)).run();
}

const countLive = ({ userId }: Viewer, now: number) =>
  db()
    .select({ id: apiTokens.id })
    .from(apiTokens)
    .where(
      and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)),
    )
    .all().length;
