import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noticeReader, sendWebhook } from "@/app/outbox/notices";
import { db } from "@/db/client";
import { noteAttempt } from "@/db/mutations/deliveries";
import { tellSubscribers } from "@/db/mutations/fan-out";
import { claimMessages, settleMessage } from "@/db/mutations/outbox";
import { retractUpdate } from "@/db/mutations/status-page";
import { askToSubscribe, leaveSubscription } from "@/db/mutations/subscriptions";
import { postUpdate } from "@/db/mutations/updates";
import { outbox, publicUpdates, subscribers } from "@/db/schema";
import type { Claim, Outcome } from "@/lib/domain/outbox";
import { sendDue } from "@/lib/outbox/send-due";
import { postWebhook } from "@/lib/webhook/send";
import { shownSecret } from "@/lib/webhook/sign";
import { freshDatabase } from "../support/database";
import { isSigned, startHookServer } from "../support/hook-server";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";
import { makeSubscriber } from "../support/make-subscriber";

freshDatabase();

const MINUTE = 60_000;
const PAGE = "https://status.example.com";
let answerWith: { status: number; body?: string; headers?: Record<string, string> };
let server: Awaited<ReturnType<typeof startHookServer>>;

beforeEach(async () => {
  answerWith = { status: 200 };
  server = await startHookServer(() => answerWith);
});
afterEach(() => server.stop());

/** Sends all webhooks that are due at a moment. */
async function send(now: number): Promise<void> {
  while (tellSubscribers(now, { withDemo: true }));
  const read = noticeReader(PAGE);
  const deliver = async (claim: Claim): Promise<Outcome> => {
    const part = claim.payload.subscriber === "confirm" ? "confirm" : "notice";
    const composed = read(claim, part, now);
    if (!composed) return { is: "dropped", problem: "There is nothing left to say." };
    const outcome = await sendWebhook(composed, { key: claim.key, now, allowsPrivate: true });
    noteAttempt(claim.subscriberId ?? 0, outcome);
    return outcome;
  };
  const store = {
    claim: (most: number, at: number) => claimMessages(most, at, "webhook"),
    settle: settleMessage,
  };
  await sendDue(store, deliver, { now: () => now, random: () => 0.5 });
}

function post(message: string, now: number, name = "Payments") {
  const payments = makeComponent(name);
  const key = makeIncident({ title: "Payments fail" });
  const update = { key, audience: "external", message, status: "investigating" } as const;
  postUpdate(makeViewer(), { ...update, components: { [payments]: "major_outage" } }, now);
}

const parsed = (at: number) => JSON.parse(server.posted[at]?.body ?? "{}");
const row = () => db().select().from(subscribers).get();

describe("a webhook to a subscriber", () => {
  test("has the envelope that Statuspage's have, signed with the subscriber's secret", async () => {
    const { token, secret } = makeSubscriber(server.url, { kind: "webhook" });
    post("We look into it.", NOON);
    await send(NOON + MINUTE);

    expect(parsed(0)).toMatchObject({
      meta: {
        unsubscribe: `${PAGE}/subscribe/${token}/leave`,
        documentation: `${PAGE}/api#webhooks`,
      },
      page: { status_indicator: "critical", status_description: "Major System Outage" },
      incident: {
        status: "investigating",
        incident_updates: [{ body: "We look into it." }],
        components: [{ name: "Payments", status: "major_outage" }],
      },
    });
    const [posted] = server.posted;
    if (!posted) throw new Error("nothing was posted");
    expect(isSigned(posted, shownSecret(secret ?? ""))).toBe(true);
    expect(isSigned({ ...posted, body: `${posted.body} ` }, shownSecret(secret ?? ""))).toBe(false);
    expect(posted.headers["webhook-timestamp"]).toBe(String((NOON + MINUTE) / 1000));
  });

  test("is tried again under the same id, and counted once it is taken", async () => {
    makeSubscriber(server.url, { kind: "webhook" });
    post("We look into it.", NOON);
    answerWith = { status: 500 };
    await send(NOON + MINUTE);
    expect(row()).toMatchObject({ failures: 1, problem: "It answered with 500." });
    answerWith = { status: 204 };
    await send(NOON + 2 * MINUTE);
    await send(NOON + 3 * MINUTE);
    const ids = server.posted.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(row()).toMatchObject({ failures: 0, problem: null });
  });

  test("follows no redirect, and ends where the address says that it is gone", async () => {
    makeSubscriber(server.url, { kind: "webhook" });
    answerWith = { status: 302, headers: { location: server.url } };
    post("We look into it.", NOON);
    await send(NOON + MINUTE);
    expect(server.posted).toHaveLength(1);
    answerWith = { status: 410 };
    await send(NOON + 2 * MINUTE);
    expect(row()).toMatchObject({ state: "failing" });
  });

  test("is not sent once its reader has left, or the update was taken back", async () => {
    const { token } = makeSubscriber(server.url, { kind: "webhook" });
    post("We look into it.", NOON);
    while (tellSubscribers(NOON + MINUTE, { withDemo: true }));
    retractUpdate(makeViewer(), db().select().from(publicUpdates).get()?.publicId ?? "");
    await send(NOON + MINUTE);
    post("It fails again.", NOON + 2 * MINUTE, "Search");
    while (tellSubscribers(NOON + 3 * MINUTE, { withDemo: true }));
    leaveSubscription(token);
    await send(NOON + 3 * MINUTE);
    expect(server.posted).toEqual([]);
    expect(db().select().from(outbox).all()).toMatchObject([
      { state: "dropped" },
      { state: "dropped" },
    ]);
  });
});

describe("the confirmation of a webhook", () => {
  const ask = () =>
    askToSubscribe(
      { kind: "webhook", address: server.url, components: [] },
      { allowsPrivate: true },
      NOON,
    );

  test("waits for its link where the answer says nothing", async () => {
    ask();
    await send(NOON);
    expect(parsed(0).confirmation.url).toBe(`${PAGE}/subscribe/${row()?.token}`);
    expect(row()).toMatchObject({ state: "asked" });
  });

  test("is given by answering with the challenge", async () => {
    ask();
    answerWith = { status: 200, body: row()?.token ?? "" };
    await send(NOON);
    expect(row()).toMatchObject({ state: "active", confirmedAt: NOON });
  });

  test("is not given by an echo of everything", async () => {
    ask();
    answerWith = { status: 200, body: JSON.stringify({ challenge: row()?.token }) };
    await send(NOON);
    expect(row()).toMatchObject({ state: "asked" });
  });
});

describe("postWebhook", () => {
  const delivery = (url: string) => ({ url, body: "{}", headers: {} });
  const closed = { allowsPrivate: false };

  test("reaches nothing inside, by number or by name", async () => {
    const inside = server.url.replace("http:", "https:");
    for (const url of [server.url, inside, inside.replace("127.0.0.1", "localhost")]) {
      expect((await postWebhook(delivery(url), closed)).outcome).toEqual({
        is: "refused",
        problem: "Its address is not on the open internet.",
      });
    }
    expect(server.posted).toEqual([]);
  });

  test("says in a class why it was not reached", async () => {
    server.stop();
    const { outcome } = await postWebhook(delivery(server.url), { allowsPrivate: true });
    expect(outcome).toEqual({ is: "delayed", problem: "It refused the connection." });
  });

  test("reads no more than the beginning of an answer", async () => {
    answerWith = { status: 200, body: "x".repeat(1_000_000) };
    const { answer } = await postWebhook(delivery(server.url), { allowsPrivate: true });
    expect(answer).toHaveLength(2048);
  });
});
