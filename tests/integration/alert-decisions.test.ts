import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  acknowledgeAlert,
  attachAlerts,
  declareAbout,
  dropAlert,
  dropAlerts,
  releaseAlert,
} from "@/db/mutations/alert-decisions";
import { applyAlertRules } from "@/db/mutations/alert-rules";
import {
  countAlertTabs,
  countIncidentAlerts,
  findAlert,
  listAlerts,
  listAlertsByAge,
  listAlertServices,
  listIncidentAlerts,
  listSameAlerts,
} from "@/db/queries/alerts";
import { listRows } from "@/db/queries/record";
import { alerts, auditLog, incidents } from "@/db/schema";
import { mergeIncident } from "@/db/mutations/merges";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { FIRED, makeAlert, makeRule, makeSource } from "../support/make-alert";
import { makeIncident } from "../support/make-incident";

freshDatabase();

const grace = makeViewer({ name: "Grace" });
const admin = makeViewer({ name: "Ada", role: "admin", userId: 9 });
const LATER = FIRED + 60_000;

const stored = (id: number) => db().select().from(alerts).where(eq(alerts.id, id)).get();
const incidentOf = (key: string) => {
  const incident = db().select().from(incidents).where(eq(incidents.key, key)).get();
  if (!incident) throw new Error(key);
  return incident;
};
const all = (viewer = grace) =>
  listAlerts(viewer, { tab: "all", page: 1, perPage: 50 }).map(({ id }) => id);

describe("attachAlerts", () => {
  test("puts alerts on an incident, and tells its timeline and its signals", () => {
    const key = makeIncident();
    const ids = [makeAlert({ title: "A" }).id, makeAlert({ title: "B" }).id];
    expect(attachAlerts(grace, { ids, other: key }, LATER)).toEqual({ key });

    const incident = incidentOf(key);
    expect(incident.signals).toMatchObject({ alert_count: 2 });
    expect(listRows(incident.id).events.at(-1)).toMatchObject({
      type: "detection",
      actor: "Grace",
      description: "Attached. 2 alerts: A; B.",
      at: FIRED,
    });
    expect(stored(ids[0] ?? 0)).toMatchObject({ disposition: "attached", decidedBy: "Grace" });
  });

  test("writes no row twice", () => {
    const key = makeIncident();
    const { id } = makeAlert();
    attachAlerts(grace, { ids: [id], other: key }, LATER);
    const before = listRows(incidentOf(key).id).events.length;
    attachAlerts(grace, { ids: [id], other: key }, LATER);
    expect(listRows(incidentOf(key).id).events).toHaveLength(before);
  });

  test("moves no alert from one incident to another, and drops none of one", () => {
    const [key, other] = [makeIncident(), makeIncident()];
    const { id } = makeAlert();
    attachAlerts(grace, { ids: [id], other: key });
    const refusal = `Alert ${id} is on ${key} already. Take it off there first.`;
    expect(() => attachAlerts(grace, { ids: [id], other })).toThrow(refusal);
    expect(() => dropAlert(grace, { id, seen: "attached" })).toThrow(refusal);
  });

  test("keeps to what a person may know of", () => {
    const key = makeIncident({ isPrivate: true });
    const { id } = makeAlert();
    attachAlerts(admin, { ids: [id], other: key }, LATER);
    const stranger = makeViewer({ userId: 77, name: "Eve" });
    expect(() => attachAlerts(stranger, { ids: [id], other: makeIncident() })).toThrow(
      `There is no alert ${id}.`,
    );
    expect(() => attachAlerts(stranger, { ids: [makeAlert().id], other: key })).toThrow(
      "No incident is called",
    );
  });

  test("refuses an incident that was merged into another", () => {
    const [key, into] = [makeIncident(), makeIncident()];
    mergeIncident(grace, { key, other: into });
    expect(() => attachAlerts(grace, { ids: [makeAlert().id], other: key })).toThrow("was merged");
  });
});

describe("declareAbout", () => {
  const declaration = { title: "Pool", severity: "SEV2", submissionKey: "once" } as const;

  test("declares an incident that an alert detected", () => {
    const { id } = makeAlert();
    const { key } = declareAbout(grace, { ...declaration, alert: id }, LATER);
    expect(listRows(incidentOf(key).id).events).toMatchObject([
      { type: "detection", actor: "monitoring", at: FIRED },
      { type: "declaration", actor: "Grace" },
    ]);
    expect(stored(id)).toMatchObject({ disposition: "declared", decidedBy: "Grace" });
    expect(declareAbout(grace, { ...declaration, alert: id }, LATER)).toEqual({ key });
  });

  test("refuses an alert that is on another incident", () => {
    const { id } = makeAlert();
    const key = makeIncident();
    attachAlerts(grace, { ids: [id], other: key });
    expect(() => declareAbout(grace, { ...declaration, alert: id })).toThrow(
      `Alert ${id} is on ${key} already.`,
    );
  });

  test("declares without one too", () => {
    expect(declareAbout(grace, declaration).key).toMatch(/^INC-/);
  });
});

describe("dropAlerts", () => {
  test("lets those be that wait, and leaves what is on an incident", () => {
    const [waiting, other, held] = [makeAlert().id, makeAlert().id, makeAlert().id];
    attachAlerts(grace, { ids: [held], other: makeIncident() });
    expect(dropAlerts(grace, { ids: [waiting, other, held] }, LATER)).toBe(2);
    expect(stored(waiting)).toMatchObject({ disposition: "dropped", decidedBy: "Grace" });
    expect(stored(held)).toMatchObject({ disposition: "attached" });
    expect(dropAlerts(grace, { ids: [waiting] }, LATER)).toBe(0);
  });
});

describe("many alerts at once", () => {
  test.each([dropAlerts, attachAlerts])("are five hundred at most", (decide) => {
    const ids = Array.from({ length: 501 }, (_, n) => n + 1);
    expect(() => decide(grace, { ids, other: makeIncident() })).toThrow(
      "Choose at most 500 alerts.",
    );
  });
});

describe("dropAlert and releaseAlert", () => {
  test("mute the same alert for a while, until somebody lets it wait again", () => {
    makeRule();
    const { id: sourceId } = makeSource();
    const same = { sourceId, dedupeKey: "disk" };
    const { id } = makeAlert(same);
    dropAlert(grace, { id, seen: "waiting", hours: 8 }, FIRED);
    expect(stored(id)).toMatchObject({
      disposition: "dropped",
      reason: "Dropped by Grace and muted until 2026-01-05T18:00:00Z.",
    });
    db().update(alerts).set({ status: "resolved" }).where(eq(alerts.id, id)).run();
    const again = makeAlert(same).id;
    applyAlertRules([{ alertId: again, change: "new" }], LATER);
    expect(stored(again)?.disposition).toBe("dropped");

    releaseAlert(grace, { id, seen: "dropped" });
    expect(stored(id)).toMatchObject({ disposition: "waiting", mutedUntil: null });
  });

  test("take an alert off its incident, which its audit record tells", () => {
    const key = makeIncident();
    const { id } = makeAlert();
    attachAlerts(grace, { ids: [id], other: key });
    releaseAlert(grace, { id, seen: "attached" });
    expect(stored(id)?.incidentId).toBeNull();
    expect(incidentOf(key).signals?.alert_count).toBe(0);
    const entries = db().select().from(auditLog).where(eq(auditLog.action, "alert:release")).all();
    expect(entries.map(({ object }) => object)).toEqual([`alert ${id}`, `incident ${key}`]);
  });

  test("refuse what stands otherwise than the person saw", () => {
    const { id } = makeAlert();
    expect(() => dropAlert(grace, { id, seen: "dropped" })).toThrow("Somebody else was faster.");
    expect(() => releaseAlert(grace, { id: 404, seen: "dropped" })).toThrow(
      "There is no alert 404.",
    );
  });
});

describe("acknowledgeAlert", () => {
  test("says who looks at it, once", () => {
    const { id } = makeAlert();
    acknowledgeAlert(grace, { id });
    acknowledgeAlert(admin, { id });
    expect(stored(id)).toMatchObject({ status: "acknowledged", acknowledgedBy: "Grace" });
  });

  test("refuses what is resolved", () => {
    const { id } = makeAlert({ status: "resolved" });
    expect(() => acknowledgeAlert(grace, { id })).toThrow("resolved already");
  });
});

describe("lists of alerts", () => {
  test("part alerts by what became of them", () => {
    makeAlert();
    makeAlert({ status: "resolved" });
    makeAlert({ disposition: "dropped" });
    makeAlert({ disposition: "attached", status: "acknowledged" });
    expect(Object.fromEntries(countAlertTabs(grace))).toEqual({
      waiting: 1,
      firing: 3,
      attached: 1,
      dropped: 1,
      all: 4,
    });
  });

  test("narrow by source, severity, service and text", () => {
    const { id: sourceId } = makeSource({ kind: "datadog" });
    const { id } = makeAlert({ sourceId, severity: "SEV1", serviceText: "db", title: "100% full" });
    makeAlert();
    for (const filter of [
      { source: "datadog" },
      { severity: "SEV1" },
      { service: "db" },
      { text: "100%" },
    ] as const) {
      const found = listAlerts(grace, { tab: "all", page: 1, perPage: 9, ...filter });
      expect(found.map((alert) => alert.id)).toEqual([id]);
    }
    expect(listAlertServices()).toEqual(["db"]);
  });

  test("answer page by page, and on from a number", () => {
    const ids = Array.from({ length: 5 }, (_, at) => makeAlert({ lastSeenAt: FIRED + at }).id);
    const page = (number: number) =>
      listAlerts(grace, { tab: "all", page: number, perPage: 2 }).map(({ id }) => id);
    expect([page(1), page(2), page(3)]).toEqual([[ids[4], ids[3]], [ids[2], ids[1]], [ids[0]]]);
    const before = ids[2];
    const older = listAlertsByAge(grace, { tab: "all" }, { limit: 9, before });
    expect(older.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
  });

  test("hold no alert of a private incident for those who may not know of it", () => {
    const strangers = [makeViewer({ userId: 77 }), makeViewer({ userId: 78, role: "viewer" })];
    const key = makeIncident({ isPrivate: true });
    const { id, sourceId, dedupeKey } = makeAlert({ status: "resolved" });
    const other = makeAlert({ sourceId, dedupeKey });
    attachAlerts(admin, { ids: [id], other: key });
    expect(all(admin)).toHaveLength(2);
    for (const viewer of strangers) {
      expect(all(viewer)).toEqual([other.id]);
      expect(findAlert(viewer, id)).toBeUndefined();
      expect(listSameAlerts(viewer, other)).toEqual([]);
      expect(countAlertTabs(viewer).get("all")).toBe(1);
    }
  });

  test("count the alerts of duplicates as the incident’s own", () => {
    const [key, into] = [makeIncident(), makeIncident()];
    const ids = [makeAlert({ status: "resolved" }).id, makeAlert().id];
    attachAlerts(grace, { ids, other: key });
    mergeIncident(grace, { key, other: into });
    const { id } = incidentOf(into);
    expect(countIncidentAlerts(grace, id)).toEqual({ open: 1, resolved: 1, all: 2 });
    const listed = listIncidentAlerts(grace, id, { page: 1, perPage: 20 });
    expect(listed.map((alert) => alert.id)).toEqual([ids[1], ids[0]]);
  });
});
