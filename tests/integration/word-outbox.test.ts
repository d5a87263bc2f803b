import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tellWord } from "@/app/outbox/word";
import { db } from "@/db/client";
import { switchChannel, testChannel } from "@/db/mutations/channels";
import { notify } from "@/db/mutations/notify";
import { sendAgain, settleMessage } from "@/db/mutations/outbox";
import { makePrivate } from "@/db/mutations/privacy";
import { retractUpdate } from "@/db/mutations/status-page";
import { postUpdate } from "@/db/mutations/updates";
import { claimWord, type Hearers } from "@/db/mutations/word-claims";
import {
  channels,
  incidents,
  notificationChoices,
  outbox,
  publicUpdates,
  users,
} from "@/db/schema";
import { HAPPENINGS, type Happening } from "@/lib/domain/happenings";
import { CLAIM_LENGTH } from "@/lib/domain/outbox";
import type { Mail } from "@/lib/mail/mail";
import { sendDue } from "@/lib/outbox/send-due";
import { makeToken } from "@/lib/token";
import { shownSecret } from "@/lib/webhook/sign";
import { freshDatabase } from "../support/database";
import { isSigned, startHookServer } from "../support/hook-server";
import { makeViewer } from "../support/make";
import { makeChannel } from "../support/make-channel";
import { makeIncident, NOON } from "../support/make-incident";
import { makeUser } from "../support/make-user";

freshDatabase();

const MINUTE = 60_000;
const ALL = HAPPENINGS.map((happening): [Happening, "SEV4"] => [happening, "SEV4"]);
const admin = makeViewer({ userId: 99, name: "Root", role: "admin" });
let answerWith: { status: number; headers?: Record<string, string> };
let server: Awaited<ReturnType<typeof startHookServer>>;
let mails: Mail[];

beforeEach(async () => {
  mails = [];
  answerWith = { status: 200 };
  server = await startHookServer(() => answerWith);
});
afterEach(() => server.stop());

/** Sends all that is due to channels or people at a moment. */
async function send(now: number, { allowsPrivate = true, hearers = "channel" as Hearers } = {}) {
  const place = {
    ...{ now, withDemo: true, allowsPrivate },
    ...{ baseUrl: "https://muster.example.com", statusUrl: "https://status.example.com" },
    sendMail: (_: unknown, mail: Mail) => {
      mails.push(mail);
      return Promise.resolve({ is: "sent" } as const);
    },
  };
  const store = {
    claim: (most: number, at: number) => claimWord(hearers, most, at),
    settle: settleMessage,
  };
  const deliver = async (claim: Parameters<typeof tellWord>[0]) => tellWord(claim, place);
  await sendDue(store, deliver, { now: () => now, random: () => 0.5 });
}

const rows = () => db().select().from(outbox).where(eq(outbox.kind, "channel")).all();
const states = () => rows().map(({ state }) => state);
const parsed = (at: number) => JSON.parse(server.posted[at]?.body ?? "{}");
const idsOfPosted = () => server.posted.map(({ headers }) => headers["webhook-id"]);

/** Things that happen, which a channel hears of in this order. */
function happen(count: number, now: number, first = 1): void {
  for (let mark = first; mark < first + count; mark += 1) {
    const alert = { title: `Alert ${mark}`, severity: null, service: null };
    const happened = { is: "alert.waiting", incidentId: null, mark, alert } as const;
    notify({ ...happened, by: { name: "monitoring" }, text: `Alert ${mark} fires.` }, now);
  }
}

describe("a channel", () => {
  test("gets what its kind takes, with the message’s name, and a webhook its signature", async () => {
    const secret = makeToken();
    makeChannel({ kind: "slack", address: server.url, hears: ALL });
    makeChannel({ kind: "teams", address: server.url, hears: ALL });
    makeChannel({ kind: "webhook", address: server.url, secret, hears: ALL });
    makeChannel({ kind: "email", address: "ops@example.com", hears: ALL });
    const key = makeIncident();
    await send(NOON);
    const posted = (part: string) => {
      const found = server.posted.find(({ body }) => body.includes(part));
      if (!found) throw new Error(`Nothing with ${part} was posted.`);
      return found;
    };
    expect(posted('"blocks"').body).toContain(`https://muster.example.com/incidents/${key}`);
    expect(posted("AdaptiveCard").body).toContain("Checkout is slow");
    const signed = posted('"type":"incident.declared"');
    expect(isSigned(signed, shownSecret(secret))).toBe(true);
    expect(signed.headers["webhook-timestamp"]).toBe(String(NOON / 1000));
    expect(mails).toMatchObject([{ recipient: "ops@example.com" }]);
    expect(new Set(idsOfPosted())).toEqual(
      new Set(rows().flatMap(({ key }, at) => (at < 3 ? [key] : []))),
    );
    expect(states()).toEqual(["sent", "sent", "sent", "sent"]);
  });

  test("gets a message again under the same name and with the same words, until it takes it", async () => {
    makeChannel({ address: server.url, hears: ALL });
    answerWith = { status: 500 };
    makeIncident();
    await send(NOON);
    expect(db().select().from(channels).get()).toMatchObject({ problem: "It answered with 500." });
    answerWith = { status: 200 };
    await send(NOON + MINUTE);
    expect(new Set(idsOfPosted()).size).toBe(1);
    expect(parsed(0)).toEqual(parsed(1));
    expect(db().select().from(channels).get()).toMatchObject({
      problem: null,
      sentAt: NOON + MINUTE,
    });
    expect(states()).toEqual(["sent"]);
  });

  test("is not reached by a redirect, nor within a closed network", async () => {
    makeChannel({ address: server.url, hears: ALL });
    answerWith = { status: 302, headers: { location: server.url } };
    makeIncident();
    await send(NOON);
    expect(rows()).toMatchObject([{ state: "waiting" }]);
    await send(NOON + MINUTE, { allowsPrivate: false });
    expect(rows()).toMatchObject([
      { state: "failed", problem: "Its address is not on the open internet." },
    ]);
    expect(server.posted).toHaveLength(1);
  });

  test("hears of things one after the other, in their order", async () => {
    makeChannel({ kind: "webhook", address: server.url, hears: ALL });
    happen(5, NOON);
    await send(NOON);
    expect(server.posted.map((_, at) => parsed(at).data.title)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `Alert ${n}`),
    );
  });

  test("hears no more once it is switched off", async () => {
    const { id } = makeChannel({ address: server.url, hears: ALL });
    makeIncident();
    switchChannel(admin, { id, isOn: false });
    await send(NOON);
    expect(rows()).toMatchObject([{ state: "dropped", problem: "The channel was switched off." }]);
    expect(server.posted).toEqual([]);
  });

  test("gets a test when an admin wants one", async () => {
    const { id } = makeChannel({ address: server.url });
    testChannel(admin, { id }, NOON);
    await send(NOON);
    expect(parsed(0)).toEqual({
      text: "Root sends this from Muster to see whether it arrives.",
    });
  });

  test("hears nothing of an incident that became private meanwhile", async () => {
    makeChannel({ address: server.url, hears: ALL });
    const key = makeIncident();
    makePrivate(makeViewer({ userId: await makeUser() }), { key }, NOON);
    await send(NOON);
    expect(states()).toEqual(["dropped"]);
    expect(server.posted).toEqual([]);
  });
});

describe("a channel of people outside", () => {
  const post = (key: string) =>
    postUpdate(
      makeViewer(),
      { key, audience: "external", message: "We look into it.", status: "investigating" },
      NOON,
    );

  test("hears what the public page says, and nothing beside it", async () => {
    makeChannel({ kind: "webhook", address: server.url, isInternal: false, hears: ALL });
    const key = makeIncident({ title: "Payments fail", service: "Vault-7", summary: "Secret." });
    post(key);
    await send(NOON);
    expect(server.posted).toHaveLength(1);
    expect(parsed(0).data).toMatchObject({ message: "We look into it.", incident: null, by: "" });
    expect(parsed(0).data.url).toMatch(/^https:\/\/status\.example\.com\/incidents\/\w+$/);
    const { body } = server.posted[0] ?? { body: "" };
    for (const secret of [key, "Vault-7", "Secret", "Grace", "SEV2", "muster.example.com"]) {
      expect(body).not.toContain(secret);
    }
  });

  test("hears nothing of an update that was taken back", async () => {
    makeChannel({ address: server.url, isInternal: false, hears: ALL });
    const key = makeIncident();
    post(key);
    const [update] = db().select().from(publicUpdates).all();
    retractUpdate(makeViewer(), update?.publicId ?? "");
    await send(NOON);
    expect(states()).toEqual(["dropped"]);
  });
});

describe("a channel that is told too much at once", () => {
  test("gets as many messages a minute as it wants, the last of them with all the rest", async () => {
    makeChannel({ kind: "webhook", address: server.url, perMinute: 5, hears: ALL });
    happen(100, NOON);
    await send(NOON);
    expect(server.posted).toHaveLength(5);
    expect(parsed(4)).toMatchObject({ type: "several", data: { count: 96 } });
    happen(30, NOON + 1, 101);
    await send(NOON + 1);
    expect(server.posted).toHaveLength(5);
    await send(NOON + MINUTE);
    await send(NOON + MINUTE + 1);
    expect(parsed(9)).toMatchObject({ type: "several", data: { count: 26 } });
    expect(new Set(idsOfPosted()).size).toBe(10);
    expect(states().filter((state) => state === "waiting")).toEqual([]);
  });

  test("gets under its own name alone what was tried before, for it may have arrived", async () => {
    makeChannel({ kind: "webhook", address: server.url, perMinute: 1, hears: ALL });
    answerWith = { status: 500 };
    happen(1, NOON);
    await send(NOON);
    answerWith = { status: 200 };
    happen(3, NOON + MINUTE, 2);
    await send(NOON + MINUTE);
    await send(NOON + 3 * MINUTE);
    expect(idsOfPosted().map((id) => id === rows()[0]?.key)).toEqual([true, true, false]);
    expect(parsed(2)).toMatchObject({ type: "several", data: { count: 3 } });
  });

  test("gets what an admin sent again under its own name too", async () => {
    makeChannel({ kind: "webhook", address: server.url, perMinute: 1, hears: ALL });
    answerWith = { status: 410 };
    happen(1, NOON);
    await send(NOON);
    answerWith = { status: 200 };
    sendAgain(admin, { id: rows()[0]?.id ?? 0 }, NOON + MINUTE);
    happen(2, NOON + MINUTE, 2);
    await send(NOON + MINUTE);
    expect(idsOfPosted()).toEqual([rows()[0]?.key, rows()[0]?.key]);
  });

  test("is told by nobody else while a message is under way, and again once that one died", () => {
    makeChannel({ hears: ALL });
    happen(2, NOON);
    expect(claimWord("channel", 10, NOON)).toHaveLength(1);
    expect(claimWord("channel", 10, NOON + 1)).toEqual([]);
    const [again] = claimWord("channel", 10, NOON + CLAIM_LENGTH);
    expect(again).toMatchObject({ key: rows()[0]?.key, attempts: 2 });
  });
});

describe("a person", () => {
  const ada = { name: "Ada", email: "ada@example.com" };
  const toldOf = { "incident.declared": "all" };

  async function makeReader() {
    await makeUser(); // Grace, who declares
    const id = await makeUser(ada);
    const chosen = { choices: toldOf, zone: "UTC", changedAt: NOON };
    db()
      .insert(notificationChoices)
      .values({ userId: id, ...chosen })
      .run();
    return id;
  }

  test("gets a mail where they read their mail now", async () => {
    const id = await makeReader();
    makeIncident();
    db().update(users).set({ email: "lovelace@example.com" }).where(eq(users.id, id)).run();
    await send(NOON, { hearers: "person" });
    expect(mails).toMatchObject([
      {
        recipient: "lovelace@example.com",
        subject: expect.stringContaining("[SEV2] Incident declared: INC-2026-"),
        list: { help: "https://muster.example.com/account/notifications" },
      },
    ]);
  });

  test("gets none once they left, or may not know of it any more", async () => {
    const id = await makeReader();
    makeIncident();
    db().update(incidents).set({ isPrivate: true }).run();
    await send(NOON, { hearers: "person" });
    makeIncident();
    db().update(users).set({ disabledAt: NOON }).where(eq(users.id, id)).run();
    await send(NOON, { hearers: "person" });
    expect(mails).toEqual([]);
  });

  test("gets ten mails a minute at most, the last with all the rest", async () => {
    await makeReader();
    for (let n = 0; n < 25; n += 1) makeIncident();
    await send(NOON, { hearers: "person" });
    expect(mails).toHaveLength(10);
    expect(mails.at(-1)?.subject).toBe("16 messages from Muster");
    expect(mails.at(-1)?.text).toContain("And 6 more.");
  });
});
