import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "@/db/mutations/second-factors";
import { finishSignIn, signInWithPassword } from "@/db/mutations/sign-in";
import { setDisabled } from "@/db/mutations/users";
import { findLiveSession } from "@/db/queries/auth/sessions";
import { findSecondFactor, hasSecondFactor } from "@/db/queries/auth/second-factors";
import { halfSignIns, recoveryCodes, secondFactors, sessions } from "@/db/schema";
import { enrolmentOf } from "@/lib/auth/enrolment";
import { totpCode } from "@/lib/auth/totp";
import type { Viewer } from "@/lib/domain/viewer";
import { operator } from "@/lib/domain/viewer";
import { freshDatabase } from "@/tests/support/database";
import { makeUser, PASSWORD } from "@/tests/support/make-user";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 10);
const MINUTE = 60_000;
const HERE = { address: "10.0.0.1", browser: "a browser" };

async function makeGrace(): Promise<Viewer> {
  const userId = await makeUser();
  return { userId, name: "Grace", email: "grace@example.com", role: "responder" };
}

function secretOf(viewer: Viewer): string {
  const sealed = findSecondFactor(viewer.userId)?.secret ?? "";
  return enrolmentOf(viewer, sealed).secret.replaceAll(" ", "");
}

const codeOf = (viewer: Viewer, now: number) => totpCode(secretOf(viewer), now);

/** Somebody who signs in with two factors from two minutes before now on. */
async function makeGuarded() {
  const viewer = await makeGrace();
  const before = NOW - 2 * MINUTE;
  beginSecondFactor(viewer, before);
  const { codes } = confirmSecondFactor(viewer, { code: codeOf(viewer, before) }, before);
  return { viewer, codes };
}

async function halfOf(now = NOW, device?: string): Promise<string> {
  const attempt = { email: "grace@example.com", password: PASSWORD, ...HERE, device };
  const found = await signInWithPassword(attempt, now);
  return found.is === "half" ? found.half : "";
}

const finish = (half: string, code: string, now = NOW) =>
  finishSignIn({ half, code, ...HERE }, now);

describe("a second factor", () => {
  test("counts once a code of the app was typed in", async () => {
    const viewer = await makeGrace();
    beginSecondFactor(viewer, NOW);
    expect(hasSecondFactor(viewer.userId)).toBe(false);
    expect(() => confirmSecondFactor(viewer, { code: "000000" }, NOW)).toThrow("not the code");
    confirmSecondFactor(viewer, { code: codeOf(viewer, NOW) }, NOW);
    expect(hasSecondFactor(viewer.userId)).toBe(true);
    expect(() => beginSecondFactor(viewer, NOW)).toThrow("on already");
  });

  test("is stored sealed, and its recovery codes hashed", async () => {
    const { viewer, codes } = await makeGuarded();
    const stored = JSON.stringify([
      db().select().from(secondFactors).all(),
      db().select().from(recoveryCodes).all(),
    ]);
    for (const word of [secretOf(viewer), ...codes]) expect(stored).not.toContain(word);
    expect(new Set(codes).size).toBe(10);
  });

  test("is asked for after the password, and only then is there a session", async () => {
    const { viewer } = await makeGuarded();
    const half = await halfOf();
    expect(half).not.toBe("");
    expect(db().select().from(sessions).all()).toEqual([]);
    const { sid } = finish(half, codeOf(viewer, NOW));
    expect(findLiveSession(sid, NOW)?.viewer.name).toBe("Grace");
  });

  test("takes no code twice, nor one from before the last", async () => {
    const { viewer } = await makeGuarded();
    const code = codeOf(viewer, NOW);
    const earlier = codeOf(viewer, NOW - MINUTE / 2);
    finish(await halfOf(), code);
    const half = await halfOf();
    expect(() => finish(half, code)).toThrow("was used before");
    expect(() => finish(half, earlier)).toThrow("was used before");
    const next = NOW + MINUTE / 2;
    expect(finish(half, codeOf(viewer, next), next)).toMatchObject({ is: "whole" });
  });

  test("can be replaced by each recovery code once", async () => {
    const { codes } = await makeGuarded();
    const [code = ""] = codes;
    expect(finish(await halfOf(), code.toUpperCase())).toMatchObject({ is: "whole" });
    const half = await halfOf();
    expect(() => finish(half, code)).toThrow("was used before");
  });

  test("lets nobody guess, not from many addresses either", async () => {
    const { viewer } = await makeGuarded();
    for (let i = 0; i < 5; i += 1) {
      const half = await halfOf();
      const guess = { half, code: "000000", address: `10.0.1.${i}` };
      expect(() => finishSignIn(guess, NOW)).toThrow("not right");
    }
    const half = await halfOf();
    expect(() => finish(half, codeOf(viewer, NOW))).toThrow("Too many attempts");
  });

  test("waits ten minutes, and ends with the account", async () => {
    const { viewer } = await makeGuarded();
    const half = await halfOf();
    const late = NOW + 10 * MINUTE;
    expect(() => finish(half, codeOf(viewer, late), late)).toThrow("took too long");
    expect(() => finish("guess", codeOf(viewer, NOW))).toThrow("took too long");

    await makeUser({ email: "ada@example.com", name: "Ada", role: "admin" });
    const other = await halfOf();
    setDisabled("Ada", viewer.userId, true, NOW);
    expect(db().select().from(halfSignIns).all()).toEqual([]);
    expect(() => finish(other, codeOf(viewer, NOW))).toThrow("took too long");
  });

  test("is gone when switched off, and an admin who does so ends the sessions", async () => {
    const { viewer } = await makeGuarded();
    const { sid } = finish(await halfOf(), codeOf(viewer, NOW));
    removeSecondFactor(operator("Ada"), viewer.userId, NOW);
    expect(findLiveSession(sid, NOW)).toBeUndefined();
    expect(await halfOf()).toBe("");
    expect(db().select().from(recoveryCodes).all()).toEqual([]);
    expect(() => removeSecondFactor(viewer, viewer.userId, NOW)).toThrow("off already");
  });

  test("gets new recovery codes, which end the earlier ones", async () => {
    const { viewer, codes } = await makeGuarded();
    const renewed = renewRecoveryCodes(viewer, NOW);
    expect(renewed.codes).toHaveLength(10);
    const half = await halfOf();
    expect(() => finish(half, codes[0] ?? "")).toThrow("not right");
    expect(finish(half, renewed.codes[0] ?? "")).toMatchObject({ is: "whole" });
  });
});
