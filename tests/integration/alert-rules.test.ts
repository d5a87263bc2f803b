import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { attachAlerts } from "@/db/mutations/alert-decisions";
import { applyAlertRules } from "@/db/mutations/alert-rules";
import { declareIncident, resolveIncident } from "@/db/mutations/incidents";
import { mergeIncident } from "@/db/mutations/merges";
import { listRows } from "@/db/queries/record";
import { alerts, auditLog, happenings, incidents } from "@/db/schema";
import type { AlertChange } from "@/lib/domain/alerts/alert";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { FIRED, makeAlert, makeRule, makeSource } from "../support/make-alert";
import { makeChannel } from "../support/make-channel";

freshDatabase();

const MINUTE = 60_000;
const grace = makeViewer({ role: "admin" });

const found = (id: number) => db().select().from(alerts).where(eq(alerts.id, id)).get();
const onlyIncident = () => {
  const [incident, ...others] = db().select().from(incidents).all();
  if (!incident || others.length > 0) throw new Error(`${others.length + 1} incidents`);
  return incident;
};

function apply(change: AlertChange["change"], ids: number[], now = FIRED + MINUTE) {
  applyAlertRules(
    ids.map((alertId) => ({ alertId, change })),
    now,
  );
}

function resolve(ids: number[], now = FIRED + 5 * MINUTE) {
  for (const id of ids) {
    db().update(alerts).set({ status: "resolved", endsAt: now }).where(eq(alerts.id, id)).run();
  }
  apply("resolved", ids, now);
}

function declared(overrides: Partial<Parameters<typeof declareIncident>[1]> = {}) {
  return declareIncident(
    grace,
    {
      title: "Checkout fails",
      severity: "SEV2",
      submissionKey: Math.random().toString(),
      ...overrides,
    },
    FIRED,
  );
}

describe("applyAlertRules", () => {
  test("leaves an alert waiting where no rule is for it", () => {
    makeRule({ conditions: { sources: ["datadog"], labels: [], services: [], severities: [] } });
    const { id } = makeAlert();
    apply("new", [id]);
    expect(found(id)).toMatchObject({ disposition: "waiting", ruleId: null, incidentId: null });
  });

  test("declares an incident without a commander, detected when the alert began", () => {
    const rule = makeRule({ titleTemplate: "{service}: {title}" });
    const { id } = makeAlert({ serviceText: "payment-gateway", severity: "SEV1" });
    apply("new", [id]);

    const incident = onlyIncident();
    expect(incident).toMatchObject({
      title: "payment-gateway: Pool is saturated",
      severity: "SEV1",
      service: "payment-gateway",
      commander: null,
      isPrivate: false,
      isDrill: false,
      signals: { alert_count: 1, alert_names: ["PoolSaturated"] },
    });
    expect(listRows(incident.id).events).toMatchObject([
      { type: "detection", actor: "monitoring", at: FIRED, metadata: { alerts: 1 } },
      { type: "declaration", actor: "monitoring", at: FIRED + MINUTE },
    ]);
    expect(found(id)).toMatchObject({
      disposition: "declared",
      ruleId: rule.id,
      incidentId: incident.id,
    });
  });

  test("declares one incident for a whole group, and tells of the others in one row", () => {
    makeRule({ joins: "group" });
    const { id: sourceId } = makeSource();
    const ids = Array.from(
      { length: 30 },
      (_, number) => makeAlert({ sourceId, groupKey: "db", title: `Pool ${number}` }).id,
    );
    apply("new", ids);

    const incident = onlyIncident();
    expect(incident.signals).toMatchObject({ alert_count: 30 });
    expect(listRows(incident.id).events.map(({ description }) => description)).toEqual([
      "Alert: Pool 0.",
      "SEV3 declared. Pool 0",
      "29 alerts: Pool 1; Pool 2; Pool 3; and 26 more.",
    ]);
  });

  test("joins the open incident of the same service, however it came about", () => {
    makeRule();
    const { key } = declared({ affectedServices: ["Search"] });
    const { id } = makeAlert({ serviceText: "search" });
    apply("new", [id]);
    expect(found(id)).toMatchObject({ disposition: "attached", incidentId: onlyIncident().id });
    expect(onlyIncident().key).toBe(key);
  });

  test("does not join a private incident or a drill by the service alone", () => {
    makeRule();
    declared({ service: "search", isPrivate: true });
    declared({ service: "search", isDrill: true });
    const { id } = makeAlert({ serviceText: "search" });
    apply("new", [id]);
    expect(found(id)?.disposition).toBe("declared");
    expect(db().select().from(incidents).all()).toHaveLength(3);
  });

  test("joins only within the rule’s window after the last alert", () => {
    makeRule({ joins: "group", windowMinutes: 10 });
    const { id: sourceId } = makeSource();
    const fired = (at: number) =>
      makeAlert({ sourceId, groupKey: "db", firstSeenAt: at, lastSeenAt: at }).id;
    apply("new", [fired(FIRED)], FIRED);
    apply("new", [fired(FIRED + 9 * MINUTE)], FIRED + 9 * MINUTE);
    expect(db().select().from(incidents).all()).toHaveLength(1);
    apply("new", [fired(FIRED + 25 * MINUTE)], FIRED + 25 * MINUTE);
    expect(db().select().from(incidents).all()).toHaveLength(2);
  });

  test("tells once of all alerts of a kind that wait", () => {
    makeChannel({ hears: [["alert.waiting", "SEV4"]] });
    const { id: sourceId } = makeSource();
    const ids = ["A", "B"].map((title) => makeAlert({ sourceId, title, severity: "SEV2" }).id);
    apply("new", ids);
    expect(db().select().from(happenings).all()).toMatchObject([
      { happening: "alert.waiting", told: { text: "Waiting for a person. 2 alerts: A; B." } },
    ]);
  });

  test("waits where a rule attaches and nothing is open", () => {
    makeRule({ deed: "attach", name: "Storage" });
    const { id } = makeAlert();
    apply("new", [id]);
    expect(found(id)).toMatchObject({
      disposition: "waiting",
      reason: "No open incident fits the rule “Storage”.",
    });
  });

  test("drops what a rule drops, and says which one", () => {
    const rule = makeRule({ deed: "drop", name: "Noise" });
    const { id } = makeAlert();
    apply("new", [id]);
    expect(found(id)).toMatchObject({
      disposition: "dropped",
      ruleId: rule.id,
      reason: "So says the rule “Noise”.",
    });
  });

  test("does not ask rules that are switched off", () => {
    makeRule({ disabledAt: FIRED });
    const { id } = makeAlert();
    apply("new", [id]);
    expect(found(id)?.disposition).toBe("waiting");
  });

  test("drops an alert that is muted, until that is over", () => {
    makeRule();
    const { id: sourceId } = makeSource();
    const same = { sourceId, dedupeKey: "disk" };
    makeAlert({ ...same, status: "resolved", mutedUntil: FIRED + 10 * MINUTE });
    const { id } = makeAlert(same);
    apply("new", [id], FIRED);
    expect(found(id)).toMatchObject({ disposition: "dropped", reason: "It is muted." });
    apply("reopened", [id], FIRED + 11 * MINUTE);
    expect(found(id)?.disposition).toBe("declared");
  });

  test("holds alerts back once rules have declared many incidents", () => {
    makeRule({ joins: "key" });
    const ids = Array.from({ length: 7 }, () => makeAlert().id);
    apply("new", ids);
    expect(db().select().from(incidents).all()).toHaveLength(5);
    expect(ids.map((id) => found(id)?.disposition).filter((word) => word === "waiting")).toEqual([
      "waiting",
      "waiting",
    ]);
    const late = makeAlert().id;
    apply("new", [late], FIRED + 15 * MINUTE);
    expect(found(late)?.disposition).toBe("declared");
  });

  test("follows an incident to the one that it was merged into", () => {
    makeRule({ joins: "group" });
    const { id: sourceId } = makeSource();
    apply("new", [makeAlert({ sourceId, groupKey: "db" }).id]);
    const duplicate = onlyIncident();
    const { key } = declared();
    mergeIncident(grace, { key: duplicate.key, other: key }, FIRED + 2 * MINUTE);
    const { id } = makeAlert({ sourceId, groupKey: "db" });
    apply("new", [id], FIRED + 3 * MINUTE);
    const target = db().select().from(incidents).where(eq(incidents.key, key)).get();
    expect(found(id)?.incidentId).toBe(target?.id);
  });

  test("decides anew about an alert that fires again after its incident was resolved", () => {
    makeRule({ joins: "key" });
    const { id } = makeAlert();
    apply("new", [id]);
    const first = onlyIncident();
    resolveIncident(grace, { key: first.key }, FIRED + 2 * MINUTE);
    apply("reopened", [id], FIRED + 3 * MINUTE);
    expect(found(id)?.incidentId).not.toBe(first.id);
    expect(found(id)?.disposition).toBe("declared");
  });

  test("leaves alone what a person decided", () => {
    makeRule();
    const { id } = makeAlert({ disposition: "dropped", decidedBy: "Grace" });
    apply("severity", [id]);
    expect(found(id)).toMatchObject({ disposition: "dropped", decidedBy: "Grace" });
  });

  test("writes twenty rows at most, and counts the rest in one more", () => {
    makeRule({ joins: "group" });
    const { id: sourceId } = makeSource();
    for (let number = 0; number < 40; number += 1) {
      const { id } = makeAlert({ sourceId, groupKey: "db", title: `Pool ${number}` });
      apply("new", [id], FIRED + number * 1000);
    }
    const { events } = listRows(onlyIncident().id);
    const told = events.filter(({ type }) => type !== "declaration");
    expect(told).toHaveLength(21);
    expect(told.at(-1)).toMatchObject({
      description: "20 more changes of alerts. The last: Alert: Pool 39.",
      metadata: { alerts: 20, more: 20 },
    });
    expect(onlyIncident().signals?.alert_count).toBe(40);
    attachAlerts(grace, { ids: [makeAlert().id], other: onlyIncident().key }, FIRED + MINUTE);
    expect(listRows(onlyIncident().id).events.at(-1)).toMatchObject({
      actor: "Grace",
      description: "Attached. Alert: Pool is saturated.",
    });
  });

  test("leaves the audit record’s entry, by monitoring", () => {
    makeRule();
    const { key } = declared({ service: "search" });
    apply("new", [makeAlert({ serviceText: "search" }).id]);
    const entries = db().select().from(auditLog).where(eq(auditLog.action, "alert:attach")).all();
    expect(entries).toMatchObject([{ actor: "monitoring", object: `incident ${key}` }]);
  });
});

describe("the end of an incident’s alerts", () => {
  const started = (closes: "nothing" | "timeline" | "monitoring" | "resolve", count = 2) => {
    makeRule({ joins: "group", closes });
    const { id: sourceId } = makeSource();
    const ids = Array.from({ length: count }, () => makeAlert({ sourceId, groupKey: "db" }).id);
    apply("new", ids);
    return ids;
  };
  const lastRow = () => listRows(onlyIncident().id).events.at(-1)?.description;

  test("changes nothing while one of them fires", () => {
    const [first = 0] = started("resolve");
    resolve([first]);
    expect(onlyIncident().status).toBe("investigating");
    expect(lastRow()).toBe("Alert: Pool is saturated.");
  });

  test("is told on the timeline", () => {
    resolve(started("timeline"));
    expect(onlyIncident().status).toBe("investigating");
    expect(lastRow()).toBe("All 2 alerts are resolved.");
  });

  test("is not told where the rule wants nothing", () => {
    resolve(started("nothing"));
    expect(lastRow()).toBe("Alert: Pool is saturated.");
  });

  test("moves the incident to monitoring", () => {
    resolve(started("monitoring"));
    expect(onlyIncident().status).toBe("monitoring");
    expect(lastRow()).toBe("Status changed from investigating to monitoring.");
  });

  test("resolves what a rule declared and nobody touched", () => {
    resolve(started("resolve"));
    expect(onlyIncident()).toMatchObject({ status: "resolved", resolvedAt: FIRED + 5 * MINUTE });
    expect(lastRow()).toBe("All 2 alerts are resolved.");
  });

  test("never resolves what a person has touched", () => {
    const ids = started("resolve");
    const row = { key: onlyIncident().key, type: "investigation", description: "Looking." };
    addEvent(grace, row, FIRED + 2 * MINUTE);
    resolve(ids);
    expect(onlyIncident().status).toBe("investigating");
    expect(lastRow()).toBe("All 2 alerts are resolved.");
  });

  test("never ends a group of which alerts were left out", () => {
    const ids = started("resolve");
    db().update(alerts).set({ truncated: true }).run();
    resolve(ids);
    expect(onlyIncident().status).toBe("investigating");
    expect(lastRow()).toContain("some may go on");
  });

  test("says nothing on an incident that is over", () => {
    const ids = started("timeline");
    resolveIncident(grace, { key: onlyIncident().key }, FIRED + 2 * MINUTE);
    resolve(ids);
    expect(lastRow()).toBe("Incident resolved.");
  });

  test("is told again when they fire again", () => {
    const [id = 0] = started("timeline", 1);
    resolve([id]);
    db().update(alerts).set({ status: "firing" }).where(eq(alerts.id, id)).run();
    apply("reopened", [id], FIRED + 6 * MINUTE);
    expect(lastRow()).toBe("Firing again. Alert: Pool is saturated.");
    expect(found(id)?.incidentId).toBe(onlyIncident().id);
  });
});
