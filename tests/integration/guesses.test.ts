import { verify } from "@node-rs/argon2";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GET as openLink } from "@/app/(public)/s/[token]/route";
import { beginSecondFactor, confirmSecondFactor } from "@/db/mutations/second-factors";
import { createShareLink } from "@/db/mutations/share-links";
import { tryPasscode } from "@/db/mutations/share-passcodes";
import { finishSignIn, signInWithPassword } from "@/db/mutations/sign-in";
import { findSecondFactor } from "@/db/queries/auth/second-factors";
import { findShareLink } from "@/db/queries/public/share";
import { hashPasscode } from "@/lib/auth/password";
import { unseal } from "@/lib/auth/seal";
import { totpCode } from "@/lib/auth/totp";
import { factorContext } from "@/lib/domain/second-factor";
import { isLocked, passFor } from "@/lib/share-pass";
import { askApi, makeApiToken } from "@/tests/support/ask-api";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";
import { makeIncidentRow } from "@/tests/support/make-publication";
import { makeUser, PASSWORD } from "@/tests/support/make-user";

vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify) };
});

freshDatabase();
beforeEach(() => {
  vi.mocked(verify).mockClear();
  globalThis.musterApiGuesses = undefined;
  globalThis.musterShareGuesses = undefined;
});

const GUESSES = 10_000;
const QUARTER = 15 * 60_000;
const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 0, 5, 10);
const HOME = "192.0.2.1";
const email = "grace@example.com";

/** Guesses spread over a quarter of an hour, by their number. */
const momentOf = (i: number) => NOW + Math.floor((i * QUARTER) / GUESSES);
const numbers = Array.from({ length: GUESSES }, (_, i) => i);
const PLACES: [string, (i: number) => string][] = [
  ["from ten thousand addresses", (i) => `198.51.${i >> 8}.${i & 255}`],
  ["from the owner’s own address", () => HOME],
];

const wordsOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "let in",
    (error: Error) => error.message,
  );

const finished = (...attempt: Parameters<typeof finishSignIn>) =>
  wordsOf(Promise.resolve().then(() => finishSignIn(...attempt)));

/** A browser in which the owner signed in before. */
async function signedInBefore() {
  const first = await signInWithPassword({ email, password: PASSWORD, address: HOME }, NOW - DAY);
  return first.is === "whole" ? first.device : undefined;
}

describe.each(PLACES)("ten thousand guesses %s", { timeout: 300_000 }, (_, placeOf) => {
  test("at a password are looked at twenty times at most, and lock nobody out", async () => {
    await makeUser();
    const device = await signedInBefore();
    vi.mocked(verify).mockClear();
    for (const i of numbers) {
      const guess = { email, password: `guess ${i}`, address: placeOf(i) };
      expect(await wordsOf(signInWithPassword(guess, momentOf(i)))).not.toBe("let in");
    }
    expect(vi.mocked(verify).mock.calls.length).toBeLessThanOrEqual(20);

    const end = NOW + QUARTER;
    const owner = { email, password: PASSWORD, address: HOME };
    expect(await wordsOf(signInWithPassword({ ...owner, device }, end))).toBe("let in");
    const later = { ...owner, address: "203.0.113.9" };
    expect(await wordsOf(signInWithPassword(later, end + QUARTER))).toBe("let in");
  });

  test("at a second factor are looked at twenty times at most, and lock nobody out", async () => {
    const { secret } = await withFactor();
    const password = { email, password: PASSWORD, address: HOME };
    const halfAt = async (now: number) => {
      const half = await signInWithPassword(password, now);
      return half.is === "half" ? half.half : "";
    };
    const answers: string[] = [];
    let half = await halfAt(NOW);
    for (const i of numbers) {
      if (i % 2000 === 1999) half = await halfAt(momentOf(i)); // as if they had the password
      const guess = { half, code: String(i).padStart(6, "0"), address: placeOf(i) };
      answers.push(await finished(guess, momentOf(i)));
    }
    expect(answers.filter((each) => !each.startsWith("Too many")).length).toBeLessThanOrEqual(20);

    const end = NOW + 2 * QUARTER;
    const code = totpCode(secret, end);
    const owner = { half: await halfAt(end), code, address: "203.0.113.9" };
    expect(await finished(owner, end)).toBe("let in");
  });

  test("at a token of the API get nowhere, and its owner is answered all the while", async () => {
    const { token } = await makeApiToken();
    const statuses = new Set<number>();
    for (const i of numbers) {
      const headers = { "X-Forwarded-For": placeOf(i) };
      const asked = await askApi("GET /incidents", { token: `${token.slice(0, -5)}${i}`, headers });
      statuses.add(asked.status);
    }
    expect([...statuses].filter((status) => status !== 401 && status !== 429)).toEqual([]);
    const headers = { "X-Forwarded-For": HOME };
    expect((await askApi("GET /incidents", { token, headers })).status).toBe(200);
  });

  test("at a share link get nowhere, and who has it reads on", async () => {
    const { key } = makeIncidentRow();
    const { token } = createShareLink(makeViewer(), { key, label: "Acme" });
    const statuses = new Set<number>();
    const open = async (guess: string, address: string) => {
      const request = new Request("http://x/s", { headers: { "X-Forwarded-For": address } });
      return (await openLink(request, { params: Promise.resolve({ token: guess }) })).status;
    };
    for (const i of numbers) statuses.add(await open(`${token.slice(0, -5)}${i}`, placeOf(i)));
    expect([...statuses].filter((status) => status !== 404 && status !== 429)).toEqual([]);
    expect(await open(token, HOME)).toBe(303);
  });

  test("at a passcode are looked at thirty times at most, and who gave it reads on", async () => {
    const { key } = makeIncidentRow();
    const passcodeHash = await hashPasscode("tulip 7");
    const { token } = createShareLink(makeViewer(), { key, label: "Acme", passcodeHash }, NOW);
    const link = findShareLink(token, NOW);
    if (!link) throw new Error("The link does not work.");
    const pass = passFor(token, link);
    for (const i of numbers) {
      const guess = { passcode: `tulip ${i}0`, address: placeOf(i) };
      expect(await tryPasscode(link, guess, momentOf(i))).not.toBe("fits");
    }
    expect(vi.mocked(verify).mock.calls.length).toBeLessThanOrEqual(30);
    expect(isLocked(link, token, pass)).toBe(false);
    const reader = { passcode: "tulip 7", address: "203.0.113.9" };
    expect(await tryPasscode(link, reader, NOW + 2 * QUARTER)).toBe("fits");
  });
});

async function withFactor() {
  const userId = await makeUser();
  const viewer = makeViewer({ userId });
  beginSecondFactor(viewer, NOW - DAY);
  const sealed = findSecondFactor(userId)?.secret ?? "";
  const secret = unseal(sealed, factorContext(userId));
  confirmSecondFactor(viewer, { code: totpCode(secret, NOW - DAY) }, NOW - DAY);
  return { secret };
}
