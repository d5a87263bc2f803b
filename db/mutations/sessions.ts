import { and, eq, isNull, lt } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { sessions } from "@/db/schema";
import { SESSION_LENGTH, SESSION_SEEN_EVERY } from "@/lib/domain/session";
import { hashToken, makeToken } from "@/lib/token";

/** Starts a session and gives the id that only its cookie will know. Clears away sessions long over. */
export function startSession(userId: number, now: number): string {
  const sid = makeToken();
  transaction(() => {
    db().delete(sessions).where(lt(sessions.expiresAt, now)).run();
    db()
      .insert(sessions)
      .values({
        id: hashToken(sid),
        userId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: now + SESSION_LENGTH,
      })
      .run();
  });
  return sid;
}

/** Writes down that a live session was used, at most once a minute. */
export function keepSession(sid: string, lastSeenAt: number, now: number): void {
  if (now - lastSeenAt < SESSION_SEEN_EVERY) return;
  db()
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(eq(sessions.id, hashToken(sid)))
    .run();
}

/** Ends one session at once. */
export function endSession(sid: string, now: number): void {
  db()
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, hashToken(sid)), isNull(sessions.revokedAt)))
    .run();
}

/** Ends every session of an account at once. */
export function endAllSessions(userId: number, now: number): void {
  db()
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .run();
}
