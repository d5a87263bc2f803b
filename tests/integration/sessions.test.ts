import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  endAllSessions,
  endOtherSessions,
  endOwnSession,
  endSession,
  endSessionsOf,
  keepSession,
  noteProof,
  startSession,
} from "@/db/mutations/sessions";
import { setDisabled, setPassword } from "@/db/mutations/users";
import { findLiveSession, listSessions, provenAt } from "@/db/queries/auth/sessions";
import { auditLog, sessions } from "@/db/schema";
import { isQuiet } from "@/lib/domain/live";
import { operator, type Viewer } from "@/lib/domain/viewer";
import { hashToken } from "@/lib/token";
import { freshDatabase } from "@/tests/support/database";
import { makeUser } from "@/tests/support/make-user";

freshDatabase();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 0, 5, 10);

describe("a session", () => {
  test("says whose it is", async () => {
    const userId = await makeUser();
    const sid = startSession(userId, NOW);
    expect(findLiveSession(sid, NOW)).toEqual({
      viewer: { userId, name: "Grace", email: "grace@example.com", role: "responder" },
      lastSeenAt: NOW,
    });
  });

  test("is known to the database only by a hash", async () => {
    const sid = startSession(await makeUser(), NOW);
    expect(JSON.stringify(db().select().from(sessions).all())).not.toContain(sid);
    expect(findLiveSession("another", NOW)).toBeUndefined();
  });

  test("is over when it ends, and other sessions are not", async () => {
    const userId = await makeUser();
    const [one, other] = [startSession(userId, NOW), startSession(userId, NOW)];
    endSession(one, NOW);
    expect(findLiveSession(one, NOW)).toBeUndefined();
    expect(findLiveSession(other, NOW)).toBeDefined();
  });

  test("is over after twelve hours without a request", async () => {
    const sid = startSession(await makeUser(), NOW);
    expect(findLiveSession(sid, NOW + 12 * HOUR - 1)).toBeDefined();
    expect(findLiveSession(sid, NOW + 12 * HOUR)).toBeUndefined();
  });

  test("is over after seven days however busy it was", async () => {
    const sid = startSession(await makeUser(), NOW);
    const end = NOW + 7 * 24 * HOUR;
    for (let now = NOW; now < end; now += 11 * HOUR) keepSession(sid, 0, now);
    expect(findLiveSession(sid, end - 1)).toBeDefined();
    expect(findLiveSession(sid, end)).toBeUndefined();
  });

  test("is written to at most once a minute", async () => {
    const sid = startSession(await makeUser(), NOW);
    keepSession(sid, NOW, NOW + MINUTE - 1);
    expect(findLiveSession(sid, NOW)?.lastSeenAt).toBe(NOW);
    keepSession(sid, NOW, NOW + MINUTE);
    expect(findLiveSession(sid, NOW)?.lastSeenAt).toBe(NOW + MINUTE);
  });

  test("ends with all others of its account, and of no other account", async () => {
    const userId = await makeUser();
    const mine = [startSession(userId, NOW), startSession(userId, NOW)];
    const other = startSession(await makeUser({ email: "ada@example.com" }), NOW);
    endAllSessions(userId, NOW);
    expect(mine.map((sid) => findLiveSession(sid, NOW))).toEqual([undefined, undefined]);
    expect(findLiveSession(other, NOW)).toBeDefined();
  });

  test("ends when its account is closed, and stays ended when that opens again", async () => {
    const userId = await makeUser();
    await makeUser({ email: "ada@example.com", role: "admin" });
    const sid = startSession(userId, NOW);
    setDisabled("Ada", userId, true, NOW);
    expect(findLiveSession(sid, NOW)).toBeUndefined();
    setDisabled("Ada", userId, false, NOW);
    expect(findLiveSession(sid, NOW)).toBeUndefined();
  });

  test("ends when the password changes", async () => {
    const userId = await makeUser();
    const sid = startSession(userId, NOW);
    setPassword("Grace", userId, { passwordHash: "another hash" }, NOW);
    expect(findLiveSession(sid, NOW)).toBeUndefined();
  });

  test("is cleared away by a later one when it is long over", async () => {
    const userId = await makeUser();
    startSession(userId, NOW);
    startSession(userId, NOW + 8 * 24 * HOUR);
    expect(db().select().from(sessions).all()).toHaveLength(1);
  });
});

describe("the list of sessions", () => {
  const arrival = {
    address: "192.0.2.7",
    browser: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
  };
  const listed = (userId: number) => listSessions(userId, NOW).map(({ id }) => id);

  async function makeGrace(): Promise<Viewer> {
    const userId = await makeUser();
    return { userId, name: "Grace", email: "grace@example.com", role: "responder" };
  }

  test("says where each began and when it was used, the latest first", async () => {
    const { userId } = await makeGrace();
    startSession(userId, NOW - MINUTE);
    startSession(userId, NOW, arrival);
    expect(listSessions(userId, NOW)).toMatchObject([
      { ...arrival, createdAt: NOW, lastSeenAt: NOW },
      { address: null, browser: null, lastSeenAt: NOW - MINUTE },
    ]);
    expect(listSessions(userId, NOW + 13 * HOUR)).toEqual([]);
  });

  test("can be shortened by one, and by all others, and by nobody else", async () => {
    const grace = await makeGrace();
    const [here, there, third] = [NOW, NOW, NOW].map((now) => startSession(grace.userId, now));
    const eve = { ...grace, userId: await makeUser({ email: "eve@example.com" }), name: "Eve" };
    const thereId = hashToken(there ?? "");
    expect(() => endOwnSession(eve, { id: thereId }, NOW)).toThrow("over already");
    endOwnSession(grace, { id: thereId }, NOW);
    expect(() => endOwnSession(grace, { id: thereId }, NOW)).toThrow("over already");
    expect(findLiveSession(third ?? "", NOW)).toBeDefined();
    expect(endOtherSessions(grace, hashToken(here ?? ""), NOW)).toBe(1);
    expect(listed(grace.userId)).toEqual([hashToken(here ?? "")]);
  });

  test("can be ended by an admin, who leaves a record that every open page hears of", async () => {
    const grace = await makeGrace();
    startSession(grace.userId, NOW);
    startSession(grace.userId, NOW);
    endSessionsOf(operator("Ada"), { userId: grace.userId }, NOW);
    expect(listed(grace.userId)).toEqual([]);
    const last = db().select().from(auditLog).all().at(-1);
    expect(last).toMatchObject({ actor: "Ada", action: "user:end-sessions", detail: { ended: 2 } });
    expect(isQuiet(last?.action ?? "")).toBe(false);
  });

  test("remembers when its person last showed that it is them", async () => {
    const { userId } = await makeGrace();
    const id = hashToken(startSession(userId, NOW));
    expect(provenAt(id)).toBe(NOW);
    noteProof(id, NOW + HOUR);
    expect(provenAt(id)).toBe(NOW + HOUR);
    expect(provenAt("unknown")).toBe(0);
  });
});
