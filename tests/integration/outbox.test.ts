import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { claimMessages, enqueue, sendAgain, settleMessage } from "@/db/mutations/outbox";
import { countMessages, listMessages } from "@/db/queries/outbox";
import { auditLog, outbox } from "@/db/schema";
import { CLAIM_LENGTH, MOST_ATTEMPTS, type Claim, type Outcome } from "@/lib/domain/outbox";
import { sendDue } from "@/lib/outbox/send-due";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";

freshDatabase();

const NOW = 1_000_000;
const store = { claim: claimMessages, settle: settleMessage };
const admin = makeViewer({ role: "admin" });

function put(key: string, now = NOW): boolean {
  return enqueue({ key, kind: "mail", recipient: "a@b.co", subject: key, payload: {} }, now);
}

const rows = () => db().select().from(outbox).orderBy(outbox.id).all();

/** Sends what is due at a moment, each with the given outcome; answers the keys that were tried. */
async function send(outcome: Outcome | ((claim: Claim) => Promise<Outcome>), now = NOW) {
  const tried: string[] = [];
  const deliver = async (claim: Claim) => {
    tried.push(claim.key);
    return typeof outcome === "function" ? outcome(claim) : outcome;
  };
  await sendDue(store, deliver, { now: () => now, random: () => 0.5 });
  return tried;
}

describe("enqueue", () => {
  test("takes a message of one key once", () => {
    expect([put("a"), put("a"), put("b")]).toEqual([true, false, true]);
    expect(rows().map(({ key }) => key)).toEqual(["a", "b"]);
  });
});

describe("claimMessages", () => {
  test("gives a message to one process, the one that waits longest first", () => {
    put("late", NOW);
    put("early", NOW - 1);
    put("later", NOW + 1);
    expect(claimMessages(1, NOW).map(({ key }) => key)).toEqual(["early"]);
    expect(claimMessages(5, NOW).map(({ key }) => key)).toEqual(["late"]);
    expect(claimMessages(5, NOW)).toEqual([]);
  });

  test("gives it to another once the claim has run out, and takes the first one’s word no more", () => {
    put("a");
    const [first] = claimMessages(1, NOW);
    expect(claimMessages(1, NOW + CLAIM_LENGTH - 1)).toEqual([]);
    const [second] = claimMessages(1, NOW + CLAIM_LENGTH);
    expect(second).toMatchObject({ key: "a", attempts: 2 });
    if (!first || !second) throw new Error("nothing was claimed");
    expect(settleMessage(first, { state: "failed", problem: "late" })).toBe(false);
    expect(settleMessage(second, { state: "sent", sentAt: NOW, problem: null })).toBe(true);
    expect(rows()).toMatchObject([{ state: "sent", claimedUntil: null }]);
  });
});

describe("sendDue", () => {
  test("sends all that is due, each once", async () => {
    for (let i = 0; i < 12; i += 1) put(`m${i}`);
    put("tomorrow", NOW + 86_400_000);
    expect(await send({ is: "sent" })).toHaveLength(12);
    expect(await send({ is: "sent" })).toEqual([]);
    expect(countMessages()).toEqual(
      new Map([
        ["sent", 12],
        ["waiting", 1],
      ]),
    );
  });

  test("tries again later what is delayed, and gives it up after a day", async () => {
    put("a");
    let now = NOW;
    let attempts = 0;
    while (rows()[0]?.state === "waiting") {
      attempts += (await send({ is: "delayed", problem: "451 Try again later" }, now)).length;
      now = (rows()[0]?.dueAt ?? 0) + 1;
    }
    expect(attempts).toBe(MOST_ATTEMPTS);
    expect(rows()).toMatchObject([{ state: "failed", problem: "451 Try again later" }]);
  });

  test("gives up at once what is refused for good, and keeps the others going", async () => {
    put("a");
    put("b");
    await send(async ({ key }) =>
      key === "a" ? { is: "refused", problem: "550 No such user" } : { is: "sent" },
    );
    expect(rows()).toMatchObject([
      { state: "failed", problem: "550 No such user" },
      { state: "sent" },
    ]);
  });

  test("takes a bug for a delay, without its words", async () => {
    put("a");
    await send(() => Promise.reject(new Error("secret")));
    expect(rows()).toMatchObject([{ state: "waiting", problem: "Something broke on our side." }]);
  });

  test("begins nothing while it ends", async () => {
    put("a");
    await sendDue(store, async () => ({ is: "sent" }), { isEnding: () => true });
    expect(rows()).toMatchObject([{ state: "waiting", attempts: 0 }]);
  });
});

describe("sendAgain", () => {
  test("lets what was given up wait anew, and says who wanted it", async () => {
    put("a");
    await send({ is: "refused", problem: "550 No such user" });
    const [message] = listMessages({ state: "failed", page: 1, perPage: 10 });
    sendAgain(admin, { id: message?.id ?? 0 }, NOW + 5);
    expect(rows()).toMatchObject([{ state: "waiting", attempts: 0, dueAt: NOW + 5 }]);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: admin.name,
      action: "message:send-again",
      object: "message a",
    });
    expect(await send({ is: "sent" }, NOW + 5)).toEqual(["a"]);
  });

  test("refuses what waits or was sent meanwhile, and what is not there", async () => {
    put("a");
    expect(() => sendAgain(admin, { id: 1 })).toThrow("waits or was sent meanwhile");
    expect(() => sendAgain(admin, { id: 404 })).toThrow("not there any more");
  });
});

describe("listMessages", () => {
  test("gives a page of the newest, of one state where it is asked for", async () => {
    for (let i = 0; i < 5; i += 1) put(`m${i}`, NOW + i);
    const page = (number: number) => listMessages({ state: undefined, page: number, perPage: 2 });
    expect([1, 2, 3].map((number) => page(number).map(({ key }) => key))).toEqual([
      ["m4", "m3"],
      ["m2", "m1"],
      ["m0"],
    ]);
    await send({ is: "sent" }, NOW);
    expect(listMessages({ state: "sent", page: 1, perPage: 9 }).map(({ key }) => key)).toEqual([
      "m0",
    ]);
  });
});
