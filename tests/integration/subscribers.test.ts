import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { tellSubscribers } from "@/db/mutations/fan-out";
import {
  addByHand,
  askAgain,
  importSubscribers,
  removeSubscriber,
  switchOnAgain,
} from "@/db/mutations/subscribers";
import { askToSubscribe, leaveSubscription } from "@/db/mutations/subscriptions";
import { postUpdate } from "@/db/mutations/updates";
import {
  countSubscribers,
  countSubscriberStates,
  getSubscriber,
  listSubscribers,
  listToldChanges,
} from "@/db/queries/subscribers";
import { auditLog, outbox, subscribers } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";
import { makeSubscriber, publicIdOf } from "../support/make-subscriber";

freshDatabase();

const admin = makeViewer({ role: "admin" });
const open = { allowsPrivate: false };
const mail = (address: string, components: string[] = []) =>
  ({ kind: "mail", address, components }) as const;
const listed = (search = "") => listSubscribers({ state: undefined, search, page: 1, perPage: 50 });
const audited = () =>
  db()
    .select({ action: auditLog.action, detail: auditLog.detail })
    .from(auditLog)
    .all()
    .filter(({ action }) => action.startsWith("subscriber:"));

describe("addByHand", () => {
  test("tells somebody from now on, and keeps no more than a hint of the address in the audit log", () => {
    const payments = makeComponent("Payments");
    addByHand(admin, mail("Ada@Example.com", [publicIdOf(payments)]), open, NOON);
    expect(listed()).toMatchObject([
      { address: "ada@example.com", state: "active", confirmedAt: NOON, components: ["Payments"] },
    ]);
    expect(audited()).toEqual([
      { action: "subscriber:add", detail: { kind: "mail", address: "a…@example.com" } },
    ]);
  });

  test("confirms for somebody who was asked, and refuses who is there or has left", () => {
    askToSubscribe(mail("ada@example.com"), open, NOON);
    addByHand(admin, mail("ada@example.com"), open, NOON);
    expect(listed()).toMatchObject([{ state: "active" }]);
    expect(() => addByHand(admin, mail("ada@example.com"), open)).toThrow("already");
    leaveSubscription(db().select().from(subscribers).get()?.token ?? "");
    expect(() => addByHand(admin, mail("ada@example.com"), open)).toThrow("have left");
    expect(() => addByHand(admin, mail("nobody"), open)).toThrow("such as ada@example.com");
  });
});

describe("importSubscribers", () => {
  test("takes over who is not known, with what they chose, and keeps who has left", () => {
    makeComponent("Payments");
    makeSubscriber("known@example.com");
    const text = [
      "Email,kind,state,components",
      "new@example.com,mail,active,Payments",
      "gone@example.com,,left,",
      "unsure@example.com,,asked,",
      "known@example.com,,,",
      "https://hooks.example.com/x,webhook,,",
    ].join("\n");
    expect(importSubscribers(admin, { text }, open, NOON)).toEqual({ added: 3, known: 1 });
    expect(listed().map(({ address, state, components }) => [address, state, components])).toEqual([
      ["https://hooks.example.com/x", "active", []],
      ["gone@example.com", "left", []],
      ["new@example.com", "active", ["Payments"]],
      ["known@example.com", "active", []],
    ]);
    expect(importSubscribers(admin, { text }, open, NOON)).toEqual({ added: 0, known: 4 });
  });

  test("adds nobody where a line is wrong, and says which", () => {
    const text = "ada@example.com\nnobody\n";
    expect(() => importSubscribers(admin, { text }, open)).toThrow("Line 2:");
    const unknown = "address,components\nada@example.com,Nothing";
    expect(() => importSubscribers(admin, { text: unknown }, open)).toThrow(
      "There is no component Nothing.",
    );
    expect(listed()).toEqual([]);
  });
});

describe("an admin's hand", () => {
  test("asks again, whatever was asked a moment before", () => {
    askToSubscribe(mail("ada@example.com"), open, NOON);
    const id = listed()[0]?.id ?? 0;
    askAgain(admin, { id }, NOON + 1);
    expect(db().select().from(outbox).all()).toHaveLength(2);
    addByHand(admin, mail("ada@example.com"), open, NOON);
    expect(() => askAgain(admin, { id })).toThrow(ConflictError);
  });

  test("switches on who was switched off", () => {
    const { id } = makeSubscriber("ada@example.com");
    expect(() => switchOnAgain(admin, { id })).toThrow(ConflictError);
    db().update(subscribers).set({ state: "failing", failures: 3, problem: "550" }).run();
    switchOnAgain(admin, { id }, NOON);
    expect(getSubscriber(id)).toMatchObject({ state: "active", problem: null });
  });

  test("removes somebody with all that was sent to them", () => {
    const { id } = makeSubscriber("ada@example.com");
    makeSubscriber("grace@example.com");
    const post = { key: makeIncident(), audience: "external", message: "It fails." } as const;
    postUpdate(admin, post, NOON);
    while (tellSubscribers(NOON, { withDemo: true }));
    removeSubscriber(admin, { id });
    expect(
      db()
        .select()
        .from(outbox)
        .all()
        .map(({ recipient }) => recipient),
    ).toEqual(["grace@example.com"]);
    expect(() => removeSubscriber(admin, { id })).toThrow("not there any more");
    expect(audited()).toEqual([
      { action: "subscriber:remove", detail: { kind: "mail", address: "a…@example.com" } },
    ]);
  });
});

describe("the list of subscribers", () => {
  test("is found by a part of the address, to the letter, and by state", () => {
    makeSubscriber("a_b@example.com");
    makeSubscriber("axb@example.com");
    askToSubscribe(mail("asked@example.com"), open, NOON);
    expect(listed("A_B").map(({ address }) => address)).toEqual(["a_b@example.com"]);
    expect(countSubscribers({ state: "asked", search: "" })).toBe(1);
    expect(countSubscriberStates()).toEqual(
      new Map([
        ["active", 2],
        ["asked", 1],
      ]),
    );
  });

  test("says what became of each change, and of the last message to each", () => {
    makeSubscriber("ada@example.com");
    makeSubscriber("grace@example.com");
    const key = makeIncident({ title: "Payments fail" });
    postUpdate(admin, { key, audience: "external", message: "It fails." }, NOON);
    expect(listToldChanges(5)).toMatchObject([{ title: "Payments fail", isWhole: false }]);
    while (tellSubscribers(NOON, { withDemo: true }));
    expect(listToldChanges(5)).toMatchObject([
      { kind: "incident_update", isWhole: true, counts: new Map([["waiting", 2]]) },
    ]);
    expect(listed()).toMatchObject([{ last: { state: "waiting" } }, { last: { at: NOON } }]);
  });
});
