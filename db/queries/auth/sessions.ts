import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { SESSION_IDLE } from "@/lib/domain/session";
import { hashToken } from "@/lib/token";

/** Whose session this is, while it lasts: not ended, not too old, not idle, and of an enabled account. */
export const findLiveSession = (sid: string, now: number) => findSessionById(hashToken(sid), now);

/** The same, by what is stored of the session's id. */
export function findSessionById(id: string, now: number) {
  const row = db()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, id),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, now - SESSION_IDLE),
        isNull(users.disabledAt),
      ),
    )
    .get();
  if (!row) return undefined;
  const { lastSeenAt, ...viewer } = row;
  return { viewer, lastSeenAt };
}

export type LiveSession = ReturnType<typeof listSessions>[number];

/** The sessions of an account that last, the one used last first. */
export function listSessions(userId: number, now: number) {
  const { id, createdAt, lastSeenAt, address, browser, signedInWith } = sessions;
  return db()
    .select({ id, createdAt, lastSeenAt, address, browser, signedInWith })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(lastSeenAt, now - SESSION_IDLE),
      ),
    )
    .orderBy(desc(lastSeenAt), desc(createdAt))
    .all();
}

/** How whoever is in a session came in. */
export const wayOfSession = (sessionId: string) =>
  db().select({ way: sessions.signedInWith }).from(sessions).where(eq(sessions.id, sessionId)).get()
    ?.way;

/** When whoever is in a session last showed that it is them. */
export const provenAt = (sessionId: string): number =>
  db()
    .select({ provenAt: sessions.provenAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
    .get()?.provenAt ?? 0;
