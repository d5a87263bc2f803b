import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { writeState } from "@/db/mutations/component-states";
import { tellSubscribers } from "@/db/mutations/fan-out";
import { noticeOf } from "@/db/mutations/notices";
import { publishWaiting, retractUpdate } from "@/db/mutations/status-page";
import { claimMessages, settleMessage } from "@/db/mutations/outbox";
import { askToSubscribe, leaveSubscription, type Subscription } from "@/db/mutations/subscriptions";
import { postUpdate, type Update } from "@/db/mutations/updates";
import { incidents, notices, outbox, publicUpdates, statusPage } from "@/db/schema";
import type { Claim } from "@/lib/domain/outbox";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";
import { makeCommunication, makeIncidentRow } from "../support/make-publication";
import { makeSubscriber } from "../support/make-subscriber";

freshDatabase();

const MINUTE = 60_000;
const viewer = makeViewer();

function post(key: string, update: Partial<Update> = {}, now = NOON + MINUTE) {
  const base = { key, audience: "external", message: "Payments are slow." } as const;
  return postUpdate(viewer, { ...base, ...update }, now);
}

/** Makes all the messages that may be made at a moment; answers to whom they go. */
function tell(now = NOON + MINUTE, withDemo = true): string[] {
  const before = new Set(messages().map(({ id }) => id));
  while (tellSubscribers(now, { withDemo }));
  return messages()
    .filter(({ id }) => !before.has(id))
    .map(({ recipient }) => recipient);
}
const messages = () => db().select().from(outbox).orderBy(outbox.id).all();

describe("tellSubscribers", () => {
  test("makes one message for each subscriber of a change, however often it is asked", () => {
    for (const name of ["a", "b", "c"]) makeSubscriber(`${name}@example.com`);
    makeSubscriber("https://hooks.example.com/", { kind: "webhook" });
    post(makeIncident());
    expect(tell().toSorted()).toEqual([
      "a@example.com",
      "b@example.com",
      "c@example.com",
      "https://hooks.example.com/",
    ]);
    expect(tell()).toEqual([]);
    const [update] = db().select().from(publicUpdates).all();
    noticeOf({ kind: "incident_update", publicUpdateId: update?.id ?? 0 }, NOON);
    expect(tell()).toEqual([]);
  });

  test("leaves out who did not confirm, who left, and who came after it", () => {
    const gone = makeSubscriber("gone@example.com");
    leaveSubscription(gone.token);
    makeSubscriber("late@example.com", { now: NOON + 2 * MINUTE });
    makeSubscriber("here@example.com");
    post(makeIncident());
    expect(tell()).toEqual(["here@example.com"]);
  });

  test("tells of what an incident ever touched to those who chose it", () => {
    const payments = makeComponent("Payments");
    const search = makeComponent("Search");
    makeSubscriber("payments@example.com", { components: [payments] });
    makeSubscriber("search@example.com", { components: [search] });
    makeSubscriber("all@example.com");
    const key = makeIncident();
    post(key, { components: { [payments]: "major_outage" } });
    expect(tell()).toEqual(["payments@example.com", "all@example.com"]);
    post(key, { message: "It works again.", status: "resolved" }, NOON + 5 * MINUTE);
    expect(tell(NOON + 5 * MINUTE)).toEqual(["payments@example.com", "all@example.com"]);
  });

  test("tells nobody of what was taken back before", () => {
    makeSubscriber("a@example.com");
    post(makeIncident());
    const [update] = db().select().from(publicUpdates).all();
    retractUpdate(viewer, update?.publicId ?? "");
    expect(tell()).toEqual([]);
  });

  test("tells nobody of demo data where mail really leaves", () => {
    makeSubscriber("a@example.com");
    const key = makeIncident();
    db().update(incidents).set({ isDemo: true }).where(eq(incidents.key, key)).run();
    post(key);
    expect(tell(NOON + MINUTE, false)).toEqual([]);
    expect(tell(NOON + MINUTE, true)).toEqual([]);
  });

  test("puts incident updates before the rest, and the older before the newer", () => {
    makeSubscriber("a@example.com");
    const payments = makeComponent("Payments");
    const componentStateId = writeState({
      componentId: payments,
      status: "partial_outage",
      at: NOON,
      by: "Grace",
    });
    noticeOf({ kind: "component_state", componentStateId }, NOON);
    post(makeIncident());
    post(makeIncident({ title: "Search is slow" }), { message: "Search is slow." });
    tell();
    expect(messages().map(({ rank }) => rank)).toEqual([1, 1, 2]);
  });

  test("goes through many subscribers some at a time", () => {
    for (let i = 0; i < 250; i += 1) makeSubscriber(`s${i}@example.com`);
    post(makeIncident());
    expect(new Set(tell()).size).toBe(250);
  });
});

describe("publishing what waits", () => {
  test("tells of what is new, and of nothing that is a day old", () => {
    makeSubscriber("a@example.com");
    const { id, key } = makeIncidentRow();
    makeCommunication(id, { at: NOON - 25 * 60 * MINUTE });
    makeCommunication(id, { at: NOON });
    publishWaiting(viewer, { key }, NOON + MINUTE);
    expect(db().select().from(publicUpdates).all()).toHaveLength(2);
    expect(db().select().from(notices).all()).toHaveLength(1);
  });
});

describe("the cap of mails in an hour", () => {
  const settle = (claims: Claim[], now: number) => {
    for (const claim of claims) {
      settleMessage(claim, { state: "sent", sentAt: now, problem: null });
    }
    return claims.map(({ recipient }) => recipient);
  };

  test("holds back what tells subscribers, and neither webhooks nor what somebody waits for", () => {
    db().update(statusPage).set({ mailsPerHour: 2 }).run();
    for (const name of ["a", "b", "c"]) makeSubscriber(`${name}@example.com`);
    makeSubscriber("https://hooks.example.com/", { kind: "webhook" });
    post(makeIncident());
    tell();
    const now = NOON + MINUTE;
    expect(settle(claimMessages(10, now), now)).toEqual(["a@example.com", "b@example.com"]);
    expect(claimMessages(10, now)).toEqual([]);
    const asked: Subscription = { kind: "mail", address: "new@example.com", components: [] };
    askToSubscribe(asked, { allowsPrivate: false }, now);
    expect(settle(claimMessages(10, now), now)).toEqual(["new@example.com"]);
    expect(settle(claimMessages(10, now, "webhook"), now)).toEqual(["https://hooks.example.com/"]);
    expect(claimMessages(10, now + 59 * MINUTE)).toEqual([]);
    expect(settle(claimMessages(10, now + 60 * MINUTE), now)).toEqual(["c@example.com"]);
  });

  test("is not used up by mails that wait for a server to take them", () => {
    db().update(statusPage).set({ mailsPerHour: 1 }).run();
    for (const name of ["a", "b"]) makeSubscriber(`${name}@example.com`);
    post(makeIncident());
    tell();
    const [first] = claimMessages(10, NOON + MINUTE);
    if (!first) throw new Error("nothing was claimed");
    settleMessage(first, { state: "waiting", dueAt: NOON + 60 * MINUTE, problem: "451" });
    expect(claimMessages(10, NOON + MINUTE).map(({ recipient }) => recipient)).toEqual([
      "b@example.com",
    ]);
  });
});
