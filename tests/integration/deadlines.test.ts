import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { changePolicy, restorePolicy } from "@/db/mutations/deadline-policies";
import { decideDeadline, newDeadline, refillDeadline, setDeadline } from "@/db/mutations/deadlines";
import { importRecord } from "@/db/mutations/import";
import { changeSeverity } from "@/db/mutations/severity";
import { findItem } from "@/db/queries/action-item";
import { listBoardCards } from "@/db/queries/action-items";
import { courseOf, findPolicyChange, listPolicy } from "@/db/queries/deadline-policies";
import { findIncidentByKey, recordOf } from "@/db/queries/record";
import { actionItems, auditLog, incidents } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { policyTexts } from "@/lib/domain/policy-form";
import { problemsOf } from "@/lib/record/parse";
import { listChangesOf } from "../support/changes-of";
import { freshDatabase } from "../support/database";
import { makeRecord, makeViewer, sampleRecord } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";
import { makeTeam } from "../support/make-team";

freshDatabase();

const grace = makeViewer({ name: "Grace" });
const admin = makeViewer({ name: "Ada", role: "admin" });
const FRIDAY = Date.parse("2026-05-01T12:00:00Z");

const REPLACE = { replace: true };
const KEY = "INC-2026-0001";
const stored = (id: number) => {
  const { deadline, deadlineOrigin, deadlineReason } = actionItems;
  return db()
    .select({ deadline, deadlineOrigin, deadlineReason })
    .from(actionItems)
    .where(eq(actionItems.id, id))
    .get();
};
const byPolicy = (deadline: string | null) => ({
  deadline,
  deadlineOrigin: "policy",
  deadlineReason: null,
});
const auditOf = (action: string) =>
  db().select().from(auditLog).where(eq(auditLog.action, action)).all();

/** An open P1 of a SEV2, made on a Friday, as the policy dates it. */
function makeDated(overrides: Parameters<typeof makeActionItem>[0] = {}): number {
  makeIncident({ severity: "SEV2" });
  const id = makeActionItem({
    origin: "portal",
    priority: "P1",
    createdAt: FRIDAY,
    ...overrides,
  });
  refillDeadline(grace, id, FRIDAY);
  return id;
}

describe("changePolicy", () => {
  const change = (days: Record<string, string>, seen = policyTexts(listPolicy())) =>
    changePolicy(admin, { days, seen }, FRIDAY);

  test("sets other days, and tells who did", () => {
    change({ "finishDays.P1.SEV2": "3", "assignDays.P1.SEV2": "" });

    expect(listPolicy()).toContainEqual({
      priority: "P1",
      severity: "SEV2",
      assignDays: null,
      finishDays: 3,
    });
    expect(findPolicyChange()).toEqual({ changedBy: "Ada", changedAt: FRIDAY });
    expect(auditOf("deadline:change-policy")).toMatchObject([{ actor: "Ada" }]);
  });

  test("leaves no trace of days that are the built-in ones again", () => {
    change({ "finishDays.P1.SEV2": "3" });
    change({ "finishDays.P1.SEV2": "5" });
    expect(findPolicyChange()).toBeUndefined();
  });

  test("writes nothing where nothing changes", () => {
    change({});
    expect(auditOf("deadline:change-policy")).toEqual([]);
  });

  test("refuses a field that somebody else changed meanwhile, and keeps theirs", () => {
    const seen = policyTexts(listPolicy());
    change({ "finishDays.P1.SEV2": "3" }, seen);

    expect(() => change({ "finishDays.P1.SEV2": "9" }, seen)).toThrow(ConflictError);
    change({ "finishDays.P3.SEV2": "30" }, seen);

    expect(policyTexts(listPolicy())).toMatchObject({
      "finishDays.P1.SEV2": "3",
      "finishDays.P3.SEV2": "30",
    });
  });

  test("refuses what is no number of days, all of it", () => {
    const attempt = () => change({ "finishDays.P1.SEV2": "3", "finishDays.P1.SEV1": "soon" });
    expect(attempt).toThrow("Write whole days");
    expect(findPolicyChange()).toBeUndefined();
  });

  test("moves no day that is set", () => {
    const id = makeDated();
    change({ "finishDays.P1.SEV2": "1" });
    expect(stored(id)).toEqual(byPolicy("2026-05-08"));
  });

  test("is taken back by restorePolicy", () => {
    change({ "finishDays.P1.SEV2": "3" });
    restorePolicy(admin);
    restorePolicy(admin);
    expect(findPolicyChange()).toBeUndefined();
    expect(auditOf("deadline:restore-policy")).toHaveLength(1);
  });
});

describe("newDeadline", () => {
  const planned = {
    incidentId: 0,
    teamId: null,
    owner: null,
    priority: "P1",
    severity: "SEV2" as const,
    createdAt: FRIDAY,
  };

  test("is the policy's day, in the working days of the item's team", () => {
    expect(newDeadline(planned, {})).toEqual(byPolicy("2026-05-08"));
    const { id } = makeTeam({ zone: "Asia/Dubai", workingDays: [7, 1, 2, 3] });
    expect(newDeadline({ ...planned, teamId: id }, {})).toEqual(byPolicy("2026-05-10"));
  });

  test("counts from the day it is where the team works", () => {
    const late = Date.parse("2026-05-01T11:00:00Z");
    const week = [1, 2, 3, 4, 5, 6, 7];
    const { id } = makeTeam({ zone: "Pacific/Kiritimati", workingDays: week });
    expect(newDeadline({ ...planned, teamId: id, createdAt: late }, {}).deadline).toBe(
      "2026-05-07",
    );
  });

  test("stays open to the policy while there is no priority", () => {
    expect(newDeadline({ ...planned, priority: null }, {})).toEqual(byPolicy(null));
  });

  test("takes another day, or none, with a reason only", () => {
    const day = { deadline: "2026-06-01", deadlineOrigin: "person", deadlineReason: "A freeze" };
    expect(newDeadline(planned, { day: "2026-06-01", reason: "A freeze" })).toEqual(day);
    expect(() => newDeadline(planned, { day: null })).toThrow("The policy sets 2026-05-08.");
  });
});

describe("setDeadline", () => {
  test("keeps the day, its reason and what it was before", () => {
    const id = makeDated();
    const wish = {
      id,
      seen: "2026-05-08",
      deadline: "2026-06-01",
      deadlineReason: "The vendor is late",
    };

    setDeadline(grace, wish, FRIDAY);

    expect(stored(id)).toEqual({
      deadline: "2026-06-01",
      deadlineOrigin: "person",
      deadlineReason: "The vendor is late",
    });
    expect(findItem(grace, id)?.changes[0]).toMatchObject({
      by: "Grace",
      field: "deadline",
      before: "2026-05-08",
      after: "2026-06-01",
      reason: "The vendor is late",
    });
    expect(listChangesOf(KEY)).toContain("action-item:set-deadline by Grace");
  });

  test("refuses a change without a reason, and leaves the day", () => {
    const id = makeDated();
    const attempt = () => setDeadline(grace, { id, seen: "2026-05-08", noDeadline: true }, FRIDAY);
    expect(attempt).toThrow("Say why it is another day.");
    expect(stored(id)).toEqual(byPolicy("2026-05-08"));
  });

  test("refuses a day that was chosen over another one than stands there", () => {
    const id = makeDated();
    const wish = { id, deadline: "2026-06-01", deadlineReason: "The vendor is late" };
    setDeadline(grace, { ...wish, seen: "2026-05-08" }, FRIDAY);
    const attempt = () =>
      setDeadline(grace, { ...wish, deadline: "2026-07-01", seen: "2026-05-08" });
    expect(attempt).toThrow("the deadline is 2026-06-01 now");
  });

  test("goes back to the policy's day without a reason", () => {
    const id = makeDated();
    setDeadline(
      grace,
      { id, seen: "2026-05-08", noDeadline: true, deadlineReason: "Nobody waits" },
      FRIDAY,
    );
    setDeadline(grace, { id, seen: "", deadline: "2026-05-08" }, FRIDAY);
    expect(stored(id)).toEqual(byPolicy("2026-05-08"));
  });

  test("does not know of an item of an incident that is hidden from this person", () => {
    const id = makeDated();
    db().update(incidents).set({ isPrivate: true }).where(eq(incidents.key, KEY)).run();
    const stranger = makeViewer({ userId: 99, name: "Eve", email: "eve@example.com" });
    expect(() =>
      setDeadline(stranger, { id, seen: "2026-05-08", noDeadline: true, deadlineReason: "x" }),
    ).toThrow("Someone deleted this action item.");
  });
});

describe("an export", () => {
  test("carries the day that was set, or that there is none, and comes back without losing why", () => {
    importRecord("test", sampleRecord());
    const key = sampleRecord().incident.id;
    const [first = 0, second = 0] = listBoardCards(grace).map(({ id }) => id);
    const seen = stored(first)?.deadline ?? "";
    setDeadline(grace, { id: first, seen, noDeadline: true, deadlineReason: "Nobody waits" });
    const before = stored(second)?.deadline ?? "";
    const later = { deadline: "2028-02-29", deadlineReason: "A freeze" };
    setDeadline(grace, { id: second, seen: before, ...later });

    const record = recordOf(findIncidentByKey(grace, key)?.id ?? 0);
    expect(record.action_items?.map(({ deadline }) => deadline ?? null).slice(0, 2)).toEqual([
      null,
      "2028-02-29",
    ]);
    expect(problemsOf(record)).toEqual([]);

    importRecord("test", record, REPLACE);
    expect(stored(first)).toMatchObject({ deadline: null, deadlineReason: "Nobody waits" });
    expect(stored(second)).toMatchObject({ deadline: "2028-02-29", deadlineReason: "A freeze" });
  });
});

describe("refillDeadline", () => {
  const setPriority = (id: number, priority: string | null) =>
    db().update(actionItems).set({ priority }).where(eq(actionItems.id, id)).run();

  test("moves the policy's day with the priority, and tells the item's history", () => {
    const id = makeDated();
    setPriority(id, "P0");
    refillDeadline(grace, id, FRIDAY);

    expect(stored(id)).toEqual(byPolicy("2026-05-05"));
    expect(findItem(grace, id)?.changes[0]).toMatchObject({
      field: "deadline",
      after: "2026-05-05",
      reason: "The policy for P0, SEV2",
    });

    setPriority(id, null);
    refillDeadline(grace, id, FRIDAY);
    expect(stored(id)).toEqual(byPolicy(null));
  });

  test("fills in the first day of an item that came without one", () => {
    const id = makeDated({ origin: "import", priority: null });
    expect(stored(id)).toEqual(byPolicy(null));
    setPriority(id, "P1");
    refillDeadline(grace, id, FRIDAY);
    expect(stored(id)).toEqual(byPolicy("2026-05-08"));
  });

  test("leaves days that a record or a person set, and those of finished work", () => {
    const record = makeDated({ deadline: "2024-01-22", origin: "import" });
    expect(stored(record)).toMatchObject({ deadline: "2024-01-22", deadlineOrigin: null });

    const own = makeDatedIn();
    decideDeadline(grace, own, { day: "2026-06-01", reason: "A freeze" }, FRIDAY);
    setPriority(own, "P0");
    refillDeadline(grace, own, FRIDAY);
    expect(stored(own)?.deadline).toBe("2026-06-01");

    const done = makeDatedIn();
    db().update(actionItems).set({ status: "done", priority: "P0" }).run();
    refillDeadline(grace, done, FRIDAY);
    expect(stored(done)).toEqual(byPolicy("2026-05-08"));
  });
});

describe("changeSeverity", () => {
  test("moves the days that the policy set, and no others", () => {
    const policyDay = makeDated();
    const recordDay = makeActionItem({ deadline: "2024-01-22", priority: "P1" });
    const free = makeActionItem({ priority: "P1" });

    changeSeverity(grace, { key: KEY, severity: "SEV3", seen: "SEV2" }, FRIDAY);

    expect(stored(policyDay)).toEqual(byPolicy("2026-05-15"));
    expect(stored(recordDay)?.deadline).toBe("2024-01-22");
    expect(stored(free)).toEqual({ deadline: null, deadlineOrigin: null, deadlineReason: null });
  });
});

describe("importRecord", () => {
  test("moves the days that the policy set, with a severity that the record changed", () => {
    const record = makeRecord();
    importRecord("test", record);
    const id = makeActionItem({ origin: "portal", priority: "P1", createdAt: FRIDAY });
    refillDeadline(grace, id, FRIDAY);
    changePolicy(admin, { days: { "finishDays.P1.SEV2": "1" }, seen: policyTexts(listPolicy()) });

    importRecord("test", { ...record, incident: { ...record.incident, title: "Other" } }, REPLACE);
    expect(stored(id)).toEqual(byPolicy("2026-05-08"));

    const incident = { ...record.incident, severity: "SEV3" as const };
    importRecord("test", { ...record, incident }, REPLACE);
    expect(stored(id)).toEqual(byPolicy("2026-05-15"));
  });
});

describe("courseOf", () => {
  test("says where the days are counted, and from when", () => {
    const { id: teamId } = makeTeam({ name: "Search", zone: "Pacific/Auckland" });
    const item = { incidentId: 0, teamId, owner: null, priority: "P0", createdAt: FRIDAY };
    expect(courseOf({ ...item, severity: "SEV1" })).toMatchObject({
      team: "Search",
      madeOn: "2026-05-02",
      rule: { assignDays: 0, finishDays: 2 },
      proposed: "2026-05-05",
    });
  });
});

/** Another dated item of the same incident. */
function makeDatedIn(): number {
  const id = makeActionItem({ origin: "portal", priority: "P1", createdAt: FRIDAY });
  refillDeadline(grace, id, FRIDAY);
  return id;
}
