import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { alertChanges, alertDeliveries, alerts, auditLog, services } from "@/db/schema";
import { REOPENS_WITHIN } from "@/lib/domain/alerts/news";
import { ALERTMANAGER, DATADOG, OPSGENIE, PAGERDUTY } from "@/tests/support/alert-examples";
import { freshDatabase } from "@/tests/support/database";
import { deliver, makeAlertSource } from "@/tests/support/make-alert-source";

freshDatabase();

const NOW = Date.UTC(2024, 0, 15, 14, 21);
const MINUTE = 60_000;
const [first] = ALERTMANAGER.alerts;

const group = (...changes: object[]) => ({
  ...ALERTMANAGER,
  alerts: changes.map((change) => ({ ...first, ...change })),
});
const listAlerts = () => db().select().from(alerts).all();
const listDeliveries = () => db().select().from(alertDeliveries).all();

describe("takeDelivery", () => {
  test("keeps what came to the byte, and makes an alert of it", () => {
    const service = db().insert(services).values({ name: "Payment-Gateway" }).returning().get();
    const source = makeAlertSource("alertmanager");
    const body = ` ${JSON.stringify(ALERTMANAGER)}\n`;
    const taken = deliver(source, body, NOW, { "user-agent": "Alertmanager", cookie: "secret" });
    expect(taken).toMatchObject({ state: "taken", changes: [{ change: "new" }] });
    expect(listDeliveries()).toMatchObject([
      { state: "taken", alertCount: 1, headers: { "user-agent": "Alertmanager" }, times: 1 },
    ]);
    expect(listDeliveries()[0]?.headers).not.toHaveProperty("cookie");
    expect(listDeliveries()[0]?.body?.toString()).toBe(body);
    expect(listAlerts()).toMatchObject([
      {
        status: "firing",
        severity: "SEV1",
        severityText: "critical",
        serviceId: service.id,
        startsAt: Date.UTC(2024, 0, 15, 14, 15),
        firstSeenAt: NOW,
        occurrences: 1,
        disposition: "waiting",
        truncated: false,
      },
    ]);
    expect(db().select().from(alertChanges).all()).toMatchObject([{ status: "firing" }]);
  });

  test("only counts one that comes again, and one that says the same in other words", () => {
    const source = makeAlertSource("alertmanager");
    deliver(source, ALERTMANAGER, NOW);
    expect(deliver(source, ALERTMANAGER, NOW + MINUTE).state).toBe("repeated");
    const repeat = { ...ALERTMANAGER, notification_reason: "repeat interval elapsed" };
    expect(deliver(source, repeat, NOW + 2 * MINUTE)).toEqual({ state: "repeated", changes: [] });
    expect(listDeliveries()).toMatchObject([{ times: 2 }, { times: 1, state: "repeated" }]);
    expect(listAlerts()).toMatchObject([{ lastSeenAt: NOW + 2 * MINUTE, firstSeenAt: NOW }]);
    expect(db().select().from(alertChanges).all()).toHaveLength(1);
  });

  test("resolves the alerts that are over, and no others of their group", () => {
    const source = makeAlertSource("alertmanager");
    deliver(source, group({}, { fingerprint: "b" }), NOW);
    const over = { status: "resolved", endsAt: "2024-01-15T14:30:00Z" };
    const taken = deliver(source, group(over, { fingerprint: "b" }), NOW + 10 * MINUTE);
    expect(taken.changes).toMatchObject([{ change: "resolved" }]);
    expect(listAlerts()).toMatchObject([
      { status: "resolved", endsAt: Date.UTC(2024, 0, 15, 14, 30) },
      { status: "firing", endsAt: null },
    ]);
  });

  test("never resolves what is missing from a group, and marks a group that was cut", () => {
    const source = makeAlertSource("alertmanager");
    deliver(source, group({}, { fingerprint: "b" }), NOW);
    const cut = { ...group({ status: "resolved" }), truncatedAlerts: 3, status: "resolved" };
    deliver(source, cut, NOW + MINUTE);
    expect(listAlerts()).toMatchObject([
      { status: "resolved" },
      { status: "firing", truncated: true },
    ]);
    expect(listDeliveries()[1]?.problem).toBe("3 alerts of this group were cut from it.");
    deliver(source, group({ fingerprint: "b" }), NOW + 2 * MINUTE);
    expect(listAlerts()[1]).toMatchObject({ truncated: false });
  });

  test("opens an alert again that flaps, and makes another later on", () => {
    const source = makeAlertSource("json");
    const say = (status: string, at: number) => deliver(source, { dedupeKey: "a", status }, at);
    say("firing", NOW);
    say("resolved", NOW + MINUTE);
    expect(say("firing", NOW + 2 * MINUTE).changes).toMatchObject([{ change: "reopened" }]);
    expect(listAlerts()).toMatchObject([{ occurrences: 2, status: "firing", endsAt: null }]);
    say("resolved", NOW + 3 * MINUTE);
    const later = NOW + 4 * MINUTE + REOPENS_WITHIN;
    expect(say("firing", later).changes).toMatchObject([{ change: "new" }]);
    expect(listAlerts()).toHaveLength(2);
    expect(listDeliveries().map(({ state }) => state)).toEqual(Array(5).fill("taken"));
  });

  test("makes nothing of an end, or of news without a status, of what is not known", () => {
    const source = makeAlertSource("opsgenie");
    deliver(source, { ...OPSGENIE, action: "Close" }, NOW);
    deliver(source, { ...OPSGENIE, action: "AddNote" }, NOW);
    expect(listAlerts()).toEqual([]);
    expect(listDeliveries().map(({ state }) => state)).toEqual(["repeated", "repeated"]);
  });

  test("does a numbered delivery once, whatever it holds the second time", () => {
    const source = makeAlertSource("pagerduty");
    const numbered = { "x-webhook-id": "w-1" };
    deliver(source, PAGERDUTY, NOW, numbered);
    const event = { ...PAGERDUTY.event, event_type: "incident.resolved" };
    expect(deliver(source, { event }, NOW, numbered).state).toBe("repeated");
    expect(listAlerts()).toMatchObject([{ status: "firing" }]);
    expect(deliver(source, { event }, NOW, { "x-webhook-id": "w-2" }).state).toBe("taken");
    expect(listAlerts()).toMatchObject([{ status: "resolved" }]);
  });

  test("leaves alone what is newer than the news", () => {
    const source = makeAlertSource("pagerduty");
    const say = (event_type: string, occurred_at: string) =>
      deliver(source, { event: { ...PAGERDUTY.event, event_type, occurred_at } }, NOW);
    say("incident.triggered", "2024-01-15T14:20:00Z");
    say("incident.resolved", "2024-01-15T14:25:00Z");
    say("incident.acknowledged", "2024-01-15T14:22:00Z");
    expect(listAlerts()).toMatchObject([{ status: "resolved", occurrences: 1 }]);
  });

  test("keeps an acknowledgement until it is taken back, or the alert is over", () => {
    const source = makeAlertSource("opsgenie");
    const say = (action: string, later: number) => {
      const alert = { ...OPSGENIE.alert, updatedAt: NOW + later };
      return deliver(source, { ...OPSGENIE, alert, action }, NOW).changes[0]?.change;
    };
    expect(say("Create", 1)).toBe("new");
    expect(say("Acknowledge", 2)).toBe("acknowledged");
    expect(say("Create", 3)).toBeUndefined();
    expect(listAlerts()).toMatchObject([{ status: "acknowledged" }]);
    expect(say("UnAcknowledge", 4)).toBe("firing");
    expect(say("Delete", 5)).toBe("resolved");
  });

  test("says when an alert became more or less severe", () => {
    const source = makeAlertSource("datadog");
    deliver(source, { ...DATADOG, transition: "Warn" }, NOW);
    const worse = deliver(source, DATADOG, NOW + MINUTE);
    expect(worse.changes).toMatchObject([{ change: "severity", severityBefore: "SEV2" }]);
    expect(listAlerts()).toMatchObject([{ severity: "SEV1" }]);
  });

  test("counts an alert of no service to the source’s, and none of another name", () => {
    const service = db().insert(services).values({ name: "search" }).returning().get();
    const source = makeAlertSource("json", { serviceId: service.id });
    deliver(source, { alerts: [{ title: "a" }, { title: "b", service: "unheard of" }] }, NOW);
    expect(listAlerts()).toMatchObject([
      { serviceId: service.id, serviceText: null },
      { serviceId: null, serviceText: "unheard of" },
    ]);
  });

  test.each([
    ["no JSON", "it burns", "It is no JSON."],
    ["no object", "[1]", "It is no JSON object."],
    ["nested deeply", `{"a":${"[".repeat(40)}${"]".repeat(40)}}`, "nested deeper than 32"],
    ["another shape", '{"hello":"world"}', "This is not version 4"],
  ])("keeps what is %s, and says why it is not understood", (_, body, why) => {
    const source = makeAlertSource("alertmanager");
    expect(deliver(source, body, NOW).state).toBe("unknown");
    deliver(source, body, NOW + 1);
    expect(listDeliveries()).toMatchObject([{ state: "unknown", times: 2 }]);
    expect(listDeliveries()[0]?.problem).toContain(why);
    expect(listDeliveries()[0]?.body?.toString()).toBe(body);
    const told = db().select().from(auditLog).all();
    expect(told.filter(({ action }) => action === "alert:unknown")).toHaveLength(1);
  });

  test("keeps long names apart", () => {
    const source = makeAlertSource("json");
    const long = "x".repeat(5000);
    deliver(source, { alerts: [{ dedupeKey: `${long}1` }, { dedupeKey: `${long}2` }] }, NOW);
    expect(listAlerts()).toHaveLength(2);
    expect(listAlerts()[0]?.dedupeKey).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test("goes by the last of several news of one alert", () => {
    const source = makeAlertSource("json");
    const say = (...statuses: string[]) =>
      deliver(source, { alerts: statuses.map((status) => ({ dedupeKey: "a", status })) }, NOW);
    expect(say("resolved", "firing").changes).toMatchObject([{ change: "new" }]);
    expect(say("firing", "ack").changes).toMatchObject([{ change: "acknowledged" }]);
    expect(listAlerts()).toMatchObject([{ status: "acknowledged" }]);
  });

  test("believes no times that lie ahead", () => {
    const source = makeAlertSource("json");
    deliver(source, { dedupeKey: "a", startsAt: "2090-01-01T00:00:00Z" }, NOW);
    deliver(source, { dedupeKey: "a", status: "resolved", endsAt: "1999-01-01T00:00Z" }, NOW + 1);
    expect(listAlerts()).toMatchObject([{ startsAt: NOW, endsAt: NOW }]);
  });

  test("takes a thousand alerts at once", () => {
    const source = makeAlertSource("json");
    const many = Array.from({ length: 1200 }, (_, i) => ({ dedupeKey: `a${i}`, groupKey: "g" }));
    deliver(source, { alerts: many }, NOW);
    expect(listAlerts()).toHaveLength(1000);
    expect(listDeliveries()[0]?.problem).toBe("200 alerts of this group were cut from it.");
  });
});
