import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { callDue } from "@/db/mutations/escalation-clock";
import { acknowledge, acknowledgeByLink, putOffCall } from "@/db/mutations/escalations";
import { declareIncident, reopenIncident, resolveIncident } from "@/db/mutations/incidents";
import { mergeIncident } from "@/db/mutations/merges";
import { assignRole } from "@/db/mutations/roles";
import { changeSeverity } from "@/db/mutations/severity";
import { changeStatus } from "@/db/mutations/status";
import { postUpdate } from "@/db/mutations/updates";
import { setDisabled } from "@/db/mutations/users";
import {
  findCall,
  findLinkedCall,
  getEscalation,
  listUnacknowledged,
} from "@/db/queries/escalations";
import { findIncidentByKey } from "@/db/queries/record";
import { auditLog, escalationCalls, events, incidents, outbox } from "@/db/schema";
import { derivedFrom } from "@/lib/auth/seal";
import { operator, type Viewer } from "@/lib/domain/viewer";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { makeAccount, makeOnCallTeam } from "../support/make-on-call";

freshDatabase();

const MINUTE = 60_000;
const stranger = makeViewer({ userId: 900, name: "Zoe" });

/** Ada is on call for checkout, Ben is next, Cleo is in the team, Olga is an admin. */
function makeWorld() {
  const ids = {
    ada: makeAccount("Ada"),
    ben: makeAccount("Ben"),
    cleo: makeAccount("Cleo"),
    olga: makeAccount("Olga", "admin"),
    vera: makeAccount("Vera", "viewer"),
  };
  makeOnCallTeam({ members: ["Ada", "Ben", "Cleo", "Vera"], onCall: ["Ada", "Ben"] });
  return ids;
}

const viewerOf = (name: string, userId: number): Viewer =>
  makeViewer({ userId, name, email: `${name.toLowerCase()}@example.com` });

function declare(overrides: Parameters<typeof makeIncident>[0] = {}, by = stranger): string {
  const declaration = {
    title: "Checkout is slow",
    severity: "SEV1",
    service: "checkout",
    submissionKey: Math.random().toString(),
    ...overrides,
  } as const;
  return declareIncident(by, declaration, NOON).key;
}

function standing(key: string) {
  const incident = findIncidentByKey(operator("test"), key);
  const escalation = incident && getEscalation(incident.id, NOON);
  if (!escalation) throw new Error(`nobody is called for ${key}`);
  return escalation;
}

const called = (key: string) => standing(key).calls.map(({ level, people }) => [level, ...people]);
const toldTo = () =>
  db()
    .select({ to: outbox.recipient })
    .from(outbox)
    .all()
    .map(({ to }) => to.split("@")[0]);
const story = () =>
  db()
    .select({ type: events.type, actor: events.actor, description: events.description })
    .from(events)
    .all();

describe("declaring an incident", () => {
  test("calls whoever is on call for its service", () => {
    makeWorld();
    const key = declare();
    expect(standing(key)).toMatchObject({
      startedAt: NOON,
      respondBy: NOON + 5 * MINUTE,
      next: { level: "next", at: NOON + 5 * MINUTE, people: ["Ben"] },
      acknowledgedAt: null,
      calls: [{ level: "on_call", at: NOON, people: ["Ada"] }],
    });
    expect(toldTo()).toEqual(["ada"]);
  });

  test("calls the commander whom somebody else named, too", () => {
    makeWorld();
    expect(called(declare({ commander: "Cleo" }))).toEqual([["on_call", "Ada", "Cleo"]]);
  });

  test("is an acknowledgement by whoever would have been called", () => {
    const { ada } = makeWorld();
    const key = declare({}, viewerOf("Ada", ada));
    expect(standing(key)).toMatchObject({
      acknowledgedAt: NOON,
      acknowledgedBy: "Ada",
      acknowledgement: "declaring",
      next: null,
      calls: [],
    });
  });

  test("is one by whoever takes command with it", () => {
    makeWorld();
    expect(standing(declare({ commander: "Zoe" })).acknowledgedBy).toBe("Zoe");
  });

  test("calls nobody a second time for a form that is sent twice", () => {
    makeWorld();
    const key = declare({ submissionKey: "same" });
    expect(declare({ submissionKey: "same" })).toBe(key);
    expect(db().select().from(escalationCalls).all()).toHaveLength(1);
  });

  test("goes to the admins at once where nobody is responsible", () => {
    makeWorld();
    expect(called(declare({ service: "nobody's" }))).toEqual([["admins", "Olga"]]);
  });

  test("leaves out those who may only look, and whose account is closed", () => {
    const { ada, ben } = makeWorld();
    for (const userId of [ada, ben]) setDisabled("test", userId, true, NOON);
    expect(called(declare())).toEqual([["team", "Cleo"]]);
  });

  test("calls nobody who is not there", () => {
    const key = declare();
    expect(standing(key)).toMatchObject({ calls: [], next: null });
    expect(callDue(NOON + 600 * MINUTE)).toBe(0);
  });

  test("follows the record where it says who is on call", () => {
    makeWorld();
    const key = declare();
    const context = { on_call: { primary: "cleo@example.com", secondary: "Cleo" } };
    db().update(incidents).set({ context }).where(eq(incidents.key, key)).run();
    expect(callDue(NOON + 5 * MINUTE)).toBe(1);
    expect(called(key)).toEqual([
      ["on_call", "Ada"],
      ["next", "Cleo"],
    ]);
  });
});

describe("callDue", () => {
  test("calls one level after the other while nobody responds, and tells the timeline", () => {
    makeWorld();
    const key = declare();
    expect(callDue(NOON + 5 * MINUTE - 1)).toBe(0);
    expect([5, 15, 20, 60].map((minutes) => callDue(NOON + minutes * MINUTE))).toEqual([
      1, 1, 1, 0,
    ]);
    expect(called(key)).toEqual([
      ["on_call", "Ada"],
      ["next", "Ben"],
      ["team", "Cleo"],
      ["admins", "Olga"],
    ]);
    expect(toldTo()).toEqual(["ada", "ben", "cleo", "olga"]);
    expect(story().slice(1)).toEqual([
      {
        type: "escalation",
        actor: "system",
        description: "Nobody has acknowledged it. Calling the next on call: Ben.",
      },
      {
        type: "escalation",
        actor: "system",
        description: "Nobody has acknowledged it. Calling the whole team: Cleo.",
      },
      {
        type: "escalation",
        actor: "system",
        description: "Nobody has acknowledged it. Calling the admins: Olga.",
      },
    ]);
  });

  test("calls nobody twice when it looks twice", () => {
    makeWorld();
    const key = declare();
    const at = NOON + 5 * MINUTE;
    expect([callDue(at), callDue(at), callDue(at)]).toEqual([1, 0, 0]);
    expect(called(key)).toHaveLength(2);
  });

  test("goes one level on after a stop of the portal, and gives that one its time", () => {
    makeWorld();
    const key = declare();
    const late = NOON + 180 * MINUTE;
    expect([callDue(late), callDue(late + 9 * MINUTE), callDue(late + 10 * MINUTE)]).toEqual([
      1, 0, 1,
    ]);
    expect(called(key).map(([level]) => level)).toEqual(["on_call", "next", "team"]);
  });

  test("comes sooner where the severity became worse", () => {
    makeWorld();
    const key = declare({ severity: "SEV4" });
    expect(callDue(NOON + 10 * MINUTE)).toBe(0);
    const change = { key, severity: "SEV1", seen: "SEV4" } as const;
    changeSeverity(stranger, change, NOON + 10 * MINUTE);
    expect(callDue(NOON + 10 * MINUTE)).toBe(1);
  });

  test("leaves an incident alone that is over or was merged, and goes on where it is not", () => {
    makeWorld();
    const [one, other] = [declare(), declare({ title: "Another" })];
    mergeIncident(operator("monitoring"), { key: one, other }, NOON + MINUTE);
    resolveIncident(operator("monitoring"), { key: other }, NOON + MINUTE);
    expect(callDue(NOON + 60 * MINUTE)).toBe(0);
    reopenIncident(stranger, { key: other, reason: "It is back." }, NOON + 61 * MINUTE);
    expect(callDue(NOON + 61 * MINUTE)).toBe(1);
  });

  test("keeps a private incident to its members and admins", () => {
    const { ben } = makeWorld();
    const key = declare({ isPrivate: true }, viewerOf("Ben", ben));
    expect(called(key)).toEqual([["admins", "Olga"]]);
  });

  test("keeps a drill from the admins", () => {
    makeWorld();
    const key = declare({ isDrill: true });
    for (const minutes of [5, 15, 60]) callDue(NOON + minutes * MINUTE);
    expect(called(key).map(([level]) => level)).toEqual(["on_call", "next", "team"]);
  });

  test("does what it can where one incident fails", () => {
    makeWorld();
    const [full, other] = [declare(), declare({ title: "Another" })];
    const id = findIncidentByKey(stranger, full)?.id ?? 0;
    const row = { incidentId: id, at: NOON, timestamp: "2026-01-05T12:00:00Z", description: "x" };
    for (let seq = 2; seq <= 10_000; seq += 1) {
      db()
        .insert(events)
        .values({ ...row, seq, ordinal: seq, origin: "import" })
        .run();
    }
    expect(() => callDue(NOON + 5 * MINUTE)).toThrow("some calls failed");
    expect([called(full), called(other)].map((levels) => levels.length)).toEqual([1, 2]);
  });
});

describe("acknowledge", () => {
  test("ends the calls, and tells the timeline and the audit record", () => {
    const { ben } = makeWorld();
    const key = declare();
    acknowledge(viewerOf("Ben", ben), { key }, NOON + 3 * MINUTE);
    expect(standing(key)).toMatchObject({
      acknowledgedAt: NOON + 3 * MINUTE,
      acknowledgedBy: "Ben",
      acknowledgement: "saying so",
      next: null,
    });
    expect(callDue(NOON + 60 * MINUTE)).toBe(0);
    expect(story().at(-1)).toEqual({
      type: "acknowledgement",
      actor: "Ben",
      description: "Ben acknowledged the incident and responds.",
    });
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Ben",
      action: "incident:acknowledge",
      detail: { by: "saying so" },
    });
  });

  test("changes nothing for whoever is second", () => {
    makeWorld();
    const key = declare();
    acknowledge(stranger, { key }, NOON + MINUTE);
    acknowledge(makeViewer(), { key }, NOON + 2 * MINUTE);
    expect(standing(key)).toMatchObject({ acknowledgedBy: "Zoe" });
    expect(story()).toHaveLength(2);
  });

  test("says so where nobody was called, or it is over", () => {
    makeWorld();
    const key = declare();
    resolveIncident(operator("monitoring"), { key }, NOON + MINUTE);
    expect(() => acknowledge(stranger, { key })).toThrow("is resolved already");
    expect(() => acknowledge(stranger, { key: "INC-1" })).toThrow("There is no incident");
  });
});

describe("what somebody does about an incident", () => {
  const acts: [string, (key: string, by: Viewer) => void][] = [
    [
      "a status",
      (key, by) =>
        changeStatus(
          by,
          { key, status: "identified", seenStatus: "investigating" },
          NOON + 2 * MINUTE,
        ),
    ],
    [
      "a status",
      (key, by) =>
        postUpdate(
          by,
          { key, audience: "internal", message: "We have it.", status: "identified" },
          NOON + 2 * MINUTE,
        ),
    ],
    ["a status", (key, by) => resolveIncident(by, { key }, NOON + 2 * MINUTE)],
    [
      "a role",
      (key, by) =>
        assignRole(by, { key, role: "Scribe", person: by.name, seenHolder: "" }, NOON + 2 * MINUTE),
    ],
  ];

  test.each(acts)("counts as their acknowledgement: %s", (how, act) => {
    makeWorld();
    const key = declare();
    act(key, makeViewer());
    expect(standing(key)).toMatchObject({
      acknowledgedAt: NOON + 2 * MINUTE,
      acknowledgedBy: "Grace",
      acknowledgement: how,
    });
    expect(callDue(NOON + 60 * MINUTE)).toBe(0);
  });

  test("counts for merging it into another", () => {
    makeWorld();
    const [key, other] = [declare(), declare({ title: "Another" })];
    mergeIncident(makeViewer(), { key, other }, NOON + MINUTE);
    expect(standing(key).acknowledgedBy).toBe("Grace");
    expect(standing(other).acknowledgedBy).toBeNull();
  });

  test("does not count where a machine does it, or the role is somebody else's", () => {
    makeWorld();
    const key = declare();
    const role = { key, role: "Scribe", person: "Cleo", seenHolder: "" } as const;
    assignRole(makeViewer(), role, NOON + MINUTE);
    changeStatus(
      operator("monitoring"),
      { key, status: "monitoring", seenStatus: "investigating" },
      NOON + MINUTE,
    );
    expect(standing(key).acknowledgedAt).toBeNull();
  });

  test("does not count for a note", () => {
    makeWorld();
    const key = declare();
    postUpdate(makeViewer(), { key, audience: "internal", message: "Hm." }, NOON + MINUTE);
    expect(standing(key).acknowledgedAt).toBeNull();
  });
});

describe("putOffCall", () => {
  test("lets the next call wait, once", () => {
    makeWorld();
    const key = declare();
    putOffCall(stranger, { key }, NOON + MINUTE);
    expect(standing(key).next?.at).toBe(NOON + 20 * MINUTE);
    expect([callDue(NOON + 19 * MINUTE), callDue(NOON + 20 * MINUTE)]).toEqual([0, 1]);
    expect(standing(key).next?.at).toBe(NOON + 30 * MINUTE);
    expect(story()[1]).toMatchObject({
      actor: "Zoe",
      description: "Zoe put the next call off by 15 minutes.",
    });
  });

  test("says so where nobody else would be called", () => {
    makeWorld();
    const key = declare({ service: "nobody's" });
    expect(() => putOffCall(stranger, { key }, NOON)).toThrow("Everybody was called");
    acknowledge(stranger, { key }, NOON);
    expect(() => putOffCall(stranger, { key }, NOON)).toThrow("Zoe has acknowledged it");
  });
});

describe("a call's link", () => {
  function tokenFor(key: string, userId: number): string {
    const call = findCall(key, userId);
    const [token] = derivedFrom(call?.nonce ?? "", "call link");
    if (token === undefined) throw new Error("no key");
    return token;
  }

  test("acknowledges for whom it was sent to, once", () => {
    const { ada } = makeWorld();
    const key = declare();
    const token = tokenFor(key, ada);
    expect(findLinkedCall(token, NOON)).toMatchObject({ key, isWaiting: true });

    acknowledgeByLink({ token }, NOON + MINUTE);
    expect(standing(key)).toMatchObject({ acknowledgedBy: "Ada", acknowledgement: "a link" });
    expect(findLinkedCall(token, NOON + MINUTE)).toMatchObject({ isWaiting: false });

    acknowledgeByLink({ token }, NOON + 2 * MINUTE);
    expect(standing(key).acknowledgedAt).toBe(NOON + MINUTE);
    expect(story()).toHaveLength(2);
  });

  test("does nothing once somebody else has it, or it is over", () => {
    const { ada } = makeWorld();
    const key = declare();
    const token = tokenFor(key, ada);
    acknowledge(stranger, { key }, NOON + MINUTE);
    acknowledgeByLink({ token }, NOON + 2 * MINUTE);
    expect(standing(key).acknowledgedBy).toBe("Zoe");

    const other = declare({ title: "Another" });
    resolveIncident(operator("monitoring"), { key: other }, NOON + MINUTE);
    expect(findLinkedCall(tokenFor(other, ada), NOON)).toMatchObject({ isWaiting: false });
  });

  test("is dead a day later, for closed accounts, and for any other text", () => {
    const { ada } = makeWorld();
    const key = declare();
    const token = tokenFor(key, ada);
    expect(findLinkedCall(token, NOON + 24 * 60 * MINUTE)).toBeUndefined();
    expect(findLinkedCall("", NOON)).toBeUndefined();
    expect(() => acknowledgeByLink({ token: "x" }, NOON)).toThrow("does not work any more");
    setDisabled("test", ada, true, NOON);
    expect(findLinkedCall(token, NOON)).toBeUndefined();
  });

  test("is dead once the incident is hidden from them", () => {
    const { ada } = makeWorld();
    const key = declare();
    const token = tokenFor(key, ada);
    db().update(incidents).set({ isPrivate: true }).where(eq(incidents.key, key)).run();
    expect(findLinkedCall(token, NOON)).toBeUndefined();
  });
});

describe("listUnacknowledged", () => {
  test("gives those of some incidents that nobody responds to", () => {
    makeWorld();
    const [one, other] = [declare(), declare({ title: "Another" })];
    acknowledge(stranger, { key: other }, NOON);
    const ids = [one, other].map((key) => findIncidentByKey(stranger, key)?.id ?? 0);
    expect([...listUnacknowledged(ids)]).toEqual(ids.slice(0, 1));
    expect(listUnacknowledged([])).toEqual(new Set());
  });
});
