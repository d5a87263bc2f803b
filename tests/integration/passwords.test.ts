import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { composeAccountMail } from "@/app/outbox/accounts";
import { db } from "@/db/client";
import {
  askForReset,
  changeOwnPassword,
  makeResetLink,
  resetPassword,
} from "@/db/mutations/passwords";
import { startSession } from "@/db/mutations/sessions";
import { setDisabled } from "@/db/mutations/users";
import { findLiveSession } from "@/db/queries/auth/sessions";
import { auditLog, outbox, users } from "@/db/schema";
import { fitsPassword } from "@/lib/auth/password";
import type { Viewer } from "@/lib/domain/viewer";
import { hashToken } from "@/lib/token";
import { freshDatabase } from "@/tests/support/database";
import { makeUser, PASSWORD } from "@/tests/support/make-user";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 10);
const HOUR = 3_600_000;
const HERE = { address: "10.0.0.1" };
const NEW = "green tractor opera";
const DEAD = "does not work any more";

async function makeGrace(): Promise<Viewer> {
  const userId = await makeUser();
  return { userId, name: "Grace", email: "grace@example.com", role: "responder" };
}

async function hasPassword(password: string): Promise<boolean> {
  const row = db().select({ hash: users.passwordHash }).from(users).get();
  return fitsPassword(password, row?.hash ?? undefined);
}

const waiting = () => db().select().from(outbox).where(eq(outbox.state, "waiting")).all();
const tokenIn = (text = "") => /token=([\w-]+)/.exec(text)?.[1] ?? "";

describe("changeOwnPassword", () => {
  test("puts the new one in place, and ends all sessions but this one", async () => {
    const grace = await makeGrace();
    const [here, there] = [startSession(grace.userId, NOW), startSession(grace.userId, NOW)];
    const change = { old: PASSWORD, password: NEW, sessionId: hashToken(here) };
    await changeOwnPassword(grace, change, NOW);
    expect(await hasPassword(NEW)).toBe(true);
    expect(findLiveSession(here, NOW)).toBeDefined();
    expect(findLiveSession(there, NOW)).toBeUndefined();
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({ action: "user:password" });
    expect(waiting()).toMatchObject([{ recipient: "grace@example.com" }]);
  });

  test("asks for the old one, and lets nobody guess it", async () => {
    const grace = await makeGrace();
    const change = { old: "not the password", password: NEW, sessionId: "" };
    for (let i = 0; i < 5; i += 1) {
      await expect(changeOwnPassword(grace, change, NOW)).rejects.toMatchObject({
        message: "This is not your password.",
        field: "oldPassword",
      });
    }
    const right = { ...change, old: PASSWORD };
    await expect(changeOwnPassword(grace, right, NOW)).rejects.toThrow("Too many attempts");
    await changeOwnPassword(grace, right, NOW + HOUR / 2);
    expect(await hasPassword(NEW)).toBe(true);
  });

  test("takes no weak one", async () => {
    const grace = await makeGrace();
    const change = { old: PASSWORD, password: "dragondragon", sessionId: "" };
    await expect(changeOwnPassword(grace, change, NOW)).rejects.toThrow("harder to guess");
    expect(await hasPassword(PASSWORD)).toBe(true);
  });
});

describe("a reset", () => {
  const askedToken = () => {
    askForReset("Grace@example.com", HERE, NOW);
    const [mail] = waiting();
    if (!mail) throw new Error("no mail waits");
    const place = { now: NOW, withDemo: true, baseUrl: "http://muster.example" };
    return tokenIn(composeAccountMail(mail, place)?.text);
  };

  test("comes by mail, and leads to a new password that ends all sessions", async () => {
    const { userId } = await makeGrace();
    const sid = startSession(userId, NOW);
    await resetPassword({ token: askedToken(), password: NEW }, NOW);
    expect(await hasPassword(NEW)).toBe(true);
    expect(findLiveSession(sid, NOW)).toBeUndefined();
  });

  test("works once and for an hour", async () => {
    await makeGrace();
    const token = askedToken();
    await expect(resetPassword({ token, password: NEW }, NOW + HOUR)).rejects.toThrow(DEAD);
    await resetPassword({ token, password: NEW }, NOW + HOUR - 1);
    await expect(resetPassword({ token, password: PASSWORD }, NOW)).rejects.toThrow(DEAD);
    await expect(resetPassword({ token: "guess", password: NEW }, NOW)).rejects.toThrow(DEAD);
  });

  test("answers alike whether or not somebody has the address, and mails those who do", async () => {
    const grace = await makeGrace();
    await makeUser({ email: "ada@example.com", name: "Ada", role: "admin" });
    setDisabled("Ada", grace.userId, true, NOW);
    for (const email of ["nobody@example.com", "grace@example.com", "ada@example.com"]) {
      expect(askForReset(email, HERE, NOW)).toBeUndefined();
    }
    expect(waiting().map(({ recipient }) => recipient)).toEqual(["ada@example.com"]);
  });

  test("asked for again and again sends one mail in a while, and an address asks only so often", async () => {
    await makeGrace();
    for (let i = 0; i < 20; i += 1) askForReset("grace@example.com", HERE, NOW);
    expect(waiting()).toHaveLength(1);
    expect(() => askForReset("grace@example.com", HERE, NOW)).toThrow("Too many attempts");
  });

  test("can be handed over by an admin, and a newer one ends it", async () => {
    const { userId } = await makeGrace();
    const first = tokenIn(makeResetLink("Ada", userId, NOW).path);
    const second = tokenIn(makeResetLink("Ada", userId, NOW).path);
    await expect(resetPassword({ token: first, password: NEW }, NOW)).rejects.toThrow(DEAD);
    await resetPassword({ token: second, password: NEW }, NOW);
    expect(await hasPassword(NEW)).toBe(true);
    expect(() => makeResetLink("Ada", 404, NOW)).toThrow("does not exist");
  });

  test("of the demo leaves through no mail server", async () => {
    await makeUser({ isDemo: true });
    askForReset("grace@example.com", HERE, NOW);
    const [mail] = waiting();
    if (!mail) throw new Error("no mail waits");
    const place = { now: NOW, withDemo: false, baseUrl: "http://muster.example" };
    expect(composeAccountMail(mail, place)).toBeUndefined();
  });
});
