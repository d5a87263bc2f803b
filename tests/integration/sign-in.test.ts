import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { signInWithPassword } from "@/db/mutations/sign-in";
import { setDisabled, setPassword } from "@/db/mutations/users";
import { findLiveSession } from "@/db/queries/auth/sessions";
import { auditLog, sessions, signInAttempts } from "@/db/schema";
import { makeDevice } from "@/lib/auth/device";
import { FREE_ATTEMPTS } from "@/lib/domain/attempts";
import { freshDatabase } from "@/tests/support/database";
import { makeUser, PASSWORD } from "@/tests/support/make-user";

freshDatabase();

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 0, 5, 10);
const WRONG = "Email or password is not correct.";

type Try = { email?: string; password?: string; address?: string; device?: string | undefined };

const signIn = (attempt: Try = {}, now = NOW) =>
  signInWithPassword(
    { email: "grace@example.com", password: PASSWORD, address: "10.0.0.1", ...attempt },
    now,
  );

/** What a sign-in is answered with, as its words. */
const answerTo = (attempt: Try, now = NOW) =>
  signIn(attempt, now).then(
    () => "signed in",
    (error: Error) => error.message,
  );

async function fail(times: number, attempt: Try = {}): Promise<string[]> {
  const answers: string[] = [];
  for (let i = 0; i < times; i += 1)
    answers.push(await answerTo({ password: "wrong", ...attempt }));
  return answers;
}

describe("signInWithPassword", () => {
  test("starts a session and leaves a record", async () => {
    const id = await makeUser();
    const found = await signIn({ email: "Grace@Example.com" });
    expect(found).toMatchObject({ is: "whole", userId: id });
    const sid = found.is === "whole" ? found.sid : "";
    expect(findLiveSession(sid, NOW)?.viewer.name).toBe("Grace");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Grace",
      action: "session:start",
    });
  });

  test("gives the same answer to a wrong password, an unknown e-mail and a closed account", async () => {
    await makeUser({ role: "admin" });
    const closed = await makeUser({ email: "ada@example.com" });
    setDisabled("Grace", closed, true, NOW);
    const answers = [
      await answerTo({ password: "wrong" }),
      await answerTo({ email: "nobody@example.com" }),
      await answerTo({ email: "ada@example.com" }),
      await answerTo({ password: "x".repeat(2000) }),
    ];
    expect(answers).toEqual([WRONG, WRONG, WRONG, WRONG]);
    expect(db().select().from(sessions).all()).toEqual([]);
  });

  test("makes an unknown e-mail wait like a known one", async () => {
    await makeUser();
    const known = await fail(6);
    const unknown = await fail(6, { email: "nobody@example.com" });
    expect(unknown).toEqual(known);
    expect(known).toEqual([
      WRONG,
      WRONG,
      WRONG,
      WRONG,
      WRONG,
      "Too many attempts. Try again in 1 minute.",
    ]);
  });

  test("takes the right password again once the wait is over, and then counts from nothing", async () => {
    await makeUser();
    await fail(5);
    expect(await answerTo({})).toBe("Too many attempts. Try again in 1 minute.");
    expect(await answerTo({}, NOW + MINUTE)).toBe("signed in");
    expect((await fail(5)).at(-1)).toBe(WRONG);
  });

  test("counts an account's attempts whatever their addresses, and no other account's", async () => {
    await makeUser();
    for (let i = 0; i < 5; i += 1) await fail(1, { address: `10.0.0.${i}` });
    expect(await answerTo({ address: "10.0.0.99" })).toContain("Too many attempts.");
    await makeUser({ email: "ada@example.com" });
    expect(await answerTo({ email: "ada@example.com" })).toBe("signed in");
  });

  test("looks at five passwords when fifty come at once", async () => {
    await makeUser();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => answerTo({ password: "wrong" })),
    );
    expect(answers.filter((answer) => answer === WRONG)).toHaveLength(FREE_ATTEMPTS.account);
  });

  test("counts an address's failures over all accounts; a success takes back only itself", async () => {
    await makeUser();
    const place = { key: "address:10.0.0.1", count: FREE_ATTEMPTS.address - 1, lastAt: NOW };
    db().insert(signInAttempts).values(place).run();
    expect(await answerTo({})).toBe("signed in");
    expect(await fail(1, { email: "nobody@example.com" })).toEqual([WRONG]);
    expect(await answerTo({})).toBe("Too many attempts. Try again in 1 minute.");
    expect(await answerTo({ address: "10.0.0.2" })).toBe("signed in");
  });

  test("refuses a password that was changed while it was checked", async () => {
    const id = await makeUser();
    const answer = answerTo({});
    setPassword("Ada", id, { passwordHash: "another hash" }, NOW);
    expect(await answer).toBe(WRONG);
  });

  test("forgets attempts after an hour, so that the list of them stays short", async () => {
    await fail(1, { email: "nobody@example.com" });
    await answerTo({ email: "else@example.com", address: "10.0.0.2" }, NOW + 61 * MINUTE);
    expect(db().select().from(signInAttempts).all()).toHaveLength(2);
  });
});

describe("a browser in which somebody signed in before", () => {
  test("lets its owner in while strangers guess", async () => {
    await makeUser();
    const first = await signIn();
    const device = first.is === "whole" ? first.device : undefined;
    await fail(FREE_ATTEMPTS.account, { address: "10.0.0.66" });
    expect(await answerTo({})).toMatch("Too many attempts");
    expect(await answerTo({ device })).toBe("signed in");
  });

  test("may guess no more than others", async () => {
    await makeUser();
    const first = await signIn();
    const device = first.is === "whole" ? first.device : undefined;
    await fail(FREE_ATTEMPTS.account, { device });
    expect(await answerTo({ device })).toMatch("Too many attempts");
    expect(await answerTo({})).toBe("signed in");
  });

  test("is not known for another account, nor when it was made up", async () => {
    await makeUser();
    const other = await makeUser({ email: "ada@example.com" });
    await fail(FREE_ATTEMPTS.account);
    for (const device of [makeDevice(other), "made.up", ".", ""]) {
      expect(await answerTo({ device })).toMatch("Too many attempts");
    }
  });
});
