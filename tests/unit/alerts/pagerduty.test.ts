import { describe, expect, test } from "vitest";
import { keyOfEvent } from "@/lib/domain/alerts/events";
import { normalise } from "@/lib/domain/alerts/normalise";
import { EVENT, PAGERDUTY } from "@/tests/support/alert-examples";

const withEvent = (change: object) => ({ event: { ...PAGERDUTY.event, ...change } });
const statusAfter = (type: string) => {
  const read = normalise("pagerduty", withEvent({ event_type: type }), {});
  return read.is === "alerts" ? read.alerts[0]?.status : read.is;
};

describe("what PagerDuty sends", () => {
  test("becomes an alert for the incident there", () => {
    expect(normalise("pagerduty", PAGERDUTY, {})).toMatchObject({
      is: "alerts",
      alerts: [
        {
          dedupeKey: "PGR0VU2",
          groupKey: "d3640fbd41094207a1c11e58e46b1662",
          status: "firing",
          severity: "P1",
          title: "payment-gateway error rate >5%",
          service: "payment-gateway",
          url: "https://acme.pagerduty.com/incidents/PGR0VU2",
          labels: { urgency: "high", priority: "P1", type: "major", escalation_policy: "Default" },
          startsAt: Date.UTC(2024, 0, 15, 14, 20),
          at: Date.UTC(2024, 0, 15, 14, 20, 3, 169),
        },
      ],
    });
  });

  test("has the status that its type ends with, and none where that says none", () => {
    const types = ["acknowledged", "unacknowledged", "reopened", "resolved", "priority_updated"];
    expect(types.map((type) => statusAfter(`incident.${type}`))).toEqual([
      "acknowledged",
      "unacknowledged",
      "unacknowledged",
      "resolved",
      "unchanged",
    ]);
  });

  test("is as severe as its urgency where it has no priority", () => {
    const data = { ...PAGERDUTY.event.data, priority: null };
    expect(normalise("pagerduty", withEvent({ data }), {})).toMatchObject({
      alerts: [{ severity: "high" }],
    });
  });

  test("ends when the event happened", () => {
    const read = normalise("pagerduty", withEvent({ event_type: "incident.resolved" }), {});
    expect(read).toMatchObject({ alerts: [{ endsAt: Date.UTC(2024, 0, 15, 14, 20, 3, 169) }] });
  });

  test("says nothing of an alert where it is a note, a service or a test", () => {
    const note = { incident: { id: "PGR0VU2" }, id: "P2LA89X", type: "incident_note" };
    const read = (event: object) => normalise("pagerduty", withEvent(event), {}).is;
    expect(read({ event_type: "incident.annotated", data: note })).toBe("nothing");
    expect(read({ event_type: "service.updated", data: { type: "service" } })).toBe("nothing");
    expect(read({ event_type: "pagey.ping", data: {} })).toBe("nothing");
    expect(read({ event_type: "incident.something.new", data: note })).toBe("nothing");
  });

  test("is not known without an event of theirs", () => {
    expect(normalise("pagerduty", { event: null }, {}).is).toBe("unknown");
    expect(normalise("pagerduty", withEvent({ event_type: "party.began" }), {}).is).toBe("unknown");
  });
});

describe("what tools send to the Events API", () => {
  test("becomes an alert with its details as labels", () => {
    expect(normalise("events", EVENT, {})).toMatchObject({
      alerts: [
        {
          dedupeKey: "payment-gateway/pool",
          groupKey: "payments",
          status: "firing",
          severity: "critical",
          title: "DB pool 95% on payment-gateway",
          service: "postgres",
          labels: { source: "db-1", class: "saturation", db_pool_utilization: "95" },
        },
      ],
    });
  });

  test("is acknowledged and resolved by its key alone", () => {
    const followed = (event_action: string) =>
      normalise("events", { event_action, dedup_key: "a" }, {});
    expect(followed("acknowledge")).toMatchObject({
      alerts: [{ dedupeKey: "a", status: "acknowledged", title: undefined }],
    });
    expect(followed("resolve")).toMatchObject({ alerts: [{ status: "resolved" }] });
    expect(normalise("events", { event_action: "resolve" }, {}).is).toBe("unknown");
    expect(followed("dance").is).toBe("unknown");
  });

  test("has the same key each time where it brings none", () => {
    const { payload } = EVENT;
    expect(keyOfEvent({ event_action: "trigger", payload })).toBe(
      "db-1/postgres/saturation/DB pool 95% on payment-gateway",
    );
    expect(keyOfEvent({ event_action: "trigger", payload: { source: "db-1" } })).toBeUndefined();
  });
});
