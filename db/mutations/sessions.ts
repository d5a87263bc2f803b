import { and, eq, isNull, lt, ne } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { halfSignIns, sessions, users } from "@/db/schema";
import { NotFoundError } from "@/lib/domain/error";
import {
  SESSION_LENGTH,
  SESSION_SEEN_EVERY,
  type Arrival,
  type SignInWay,
} from "@/lib/domain/session";
import type { Viewer } from "@/lib/domain/viewer";
import { hashToken, makeToken } from "@/lib/token";
import { recordAudit } from "./audit";

const NOWHERE: Arrival = { address: null, browser: null };
const LONGEST_BROWSER = 300;

/** Starts a session and gives the id that only its cookie will know. Clears away sessions long over. */
export function startSession(
  userId: number,
  now: number,
  { address, browser }: Arrival = NOWHERE,
  signedInWith: SignInWay = "password",
): string {
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
        provenAt: now,
        address,
        browser: browser?.slice(0, LONGEST_BROWSER) ?? null,
        signedInWith,
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

/** Writes down that whoever is in a session showed once more that it is them. */
export function noteProof(sessionId: string, now: number): void {
  db().update(sessions).set({ provenAt: now }).where(eq(sessions.id, sessionId)).run();
}

/** Ends one session at once, as whoever it belongs to signs out. */
export function endSession(sid: string, now: number): void {
  transaction(() => {
    const ended = db()
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, hashToken(sid)), isNull(sessions.revokedAt)))
      .returning({ userId: sessions.userId })
      .get();
    if (!ended) return;
    const { userId } = ended;
    const user = db().select({ name: users.name }).from(users).where(eq(users.id, userId)).get();
    recordAudit(user?.name ?? "somebody", "session:end", `user ${userId}`);
  });
}

/** Ends every session of an account at once, and every sign-in that is half done; `but` stays. */
export function endAllSessions(userId: number, now: number, but = ""): number {
  db().delete(halfSignIns).where(eq(halfSignIns.userId, userId)).run();
  const { changes } = db()
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), ne(sessions.id, but)))
    .run();
  return changes;
}

/** Ends one session of one's own, by what is stored of its id. */
export function endOwnSession(viewer: Viewer, { id }: { id: string }, now = Date.now()): void {
  transaction(() => endStored(viewer, viewer.userId, id, now));
}

/** Ends all of one's own sessions but this one. */
export function endOtherSessions(viewer: Viewer, but: string, now = Date.now()): number {
  return transaction(() => {
    const ended = endAllSessions(viewer.userId, now, but);
    recordAudit(viewer.name, "user:end-sessions", `user ${viewer.userId}`, { ended });
    return ended;
  });
}

/** Ends one session of somebody, or without an id all of them. */
export function endSessionsOf(
  viewer: Viewer,
  { userId, id }: { userId: number; id?: string | undefined },
  now = Date.now(),
): void {
  transaction(() => {
    if (id !== undefined) return endStored(viewer, userId, id, now);
    const ended = endAllSessions(userId, now);
    recordAudit(viewer.name, "user:end-sessions", `user ${userId}`, { ended });
  });
}

function endStored(viewer: Viewer, userId: number, id: string, now: number): void {
  const { changes } = db()
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .run();
  if (changes === 0) throw new NotFoundError("This session is over already.");
  recordAudit(viewer.name, "user:end-sessions", `user ${userId}`, { ended: 1 });
}
