import { describe, expect, test } from "vitest";
import { normalise } from "@/lib/domain/alerts/normalise";
import { ALERTMANAGER, GRAFANA } from "@/tests/support/alert-examples";

const alertsOf = (kind: "alertmanager" | "grafana", body: unknown) => {
  const read = normalise(kind, body, {});
  return read.is === "alerts" ? read.alerts : [];
};
const [first] = ALERTMANAGER.alerts;

describe("what Alertmanager sends", () => {
  test("becomes its alerts, each with its labels", () => {
    expect(normalise("alertmanager", ALERTMANAGER, {})).toEqual({
      is: "alerts",
      cut: { groupKey: '{}:{alertname="DbPoolSaturation"}', missing: 0 },
      alerts: [
        {
          dedupeKey: "0f2e5c1b9d7a4e36",
          groupKey: '{}:{alertname="DbPoolSaturation"}',
          status: "firing",
          severity: "critical",
          title: "DB connection pool above 90%",
          description: "95% in use on payment-gateway primary",
          service: "payment-gateway",
          labels: {
            alertname: "DbPoolSaturation",
            service: "payment-gateway",
            instance: "db-1",
            severity: "critical",
          },
          url: "http://prometheus.example.com:9090/graph?g0.expr=db_pool",
          startsAt: Date.UTC(2024, 0, 15, 14, 15),
          endsAt: undefined,
          at: undefined,
        },
      ],
    });
  });

  test("is firing or over by each alert’s own status, not by its group’s", () => {
    const over = {
      ...first,
      status: "resolved",
      endsAt: "2024-01-15T14:30:00.5Z",
      fingerprint: "b",
    };
    const read = alertsOf("alertmanager", { ...ALERTMANAGER, alerts: [first, over] });
    expect(read).toMatchObject([
      { status: "firing", endsAt: undefined },
      { status: "resolved", endsAt: Date.UTC(2024, 0, 15, 14, 30, 0, 500) },
    ]);
  });

  test("says how many alerts were cut from it", () => {
    expect(normalise("alertmanager", { ...ALERTMANAGER, truncatedAlerts: 7 }, {})).toMatchObject({
      cut: { missing: 7 },
    });
  });

  test("names an alert without a fingerprint by its labels, in whatever order", () => {
    const sent = (labels: object) =>
      alertsOf("alertmanager", {
        ...ALERTMANAGER,
        alerts: [{ status: "firing", labels }],
      })[0]?.dedupeKey;
    expect(sent({ a: "1", b: "2" })).toBe(sent({ b: "2", a: "1" }));
    expect(sent({ a: "1", b: "2" })).not.toBe(sent({ a: "1", b: "3" }));
  });

  test("leaves out alerts that have no status or no name, and takes the others", () => {
    const odd = [{ status: "pending", fingerprint: "x" }, { status: "firing" }, 7, null, first];
    expect(alertsOf("alertmanager", { ...ALERTMANAGER, alerts: odd })).toHaveLength(1);
  });

  test.each([
    ["a custom payload", { text: "it burns" }],
    ["another version", { ...ALERTMANAGER, version: "5" }],
    ["Grafana’s webhook", GRAFANA],
    ["a group without alerts", { ...ALERTMANAGER, alerts: [] }],
    ["alerts that are none", { ...ALERTMANAGER, alerts: "none" }],
  ])("is not known where it is %s", (_, body) => {
    expect(normalise("alertmanager", body, {}).is).toBe("unknown");
  });

  test("is taken as far as a thousand alerts, the rest counted as cut", () => {
    const many = Array.from({ length: 1003 }, (_, i) => ({ ...first, fingerprint: `f${i}` }));
    const read = normalise(
      "alertmanager",
      { ...ALERTMANAGER, truncatedAlerts: 2, alerts: many },
      {},
    );
    expect(read).toMatchObject({ cut: { missing: 5 } });
    expect(read.is === "alerts" && read.alerts).toHaveLength(1000);
  });
});

describe("what Grafana sends", () => {
  test("becomes its alerts, with the way to their panel", () => {
    expect(alertsOf("grafana", GRAFANA)).toMatchObject([
      {
        dedupeKey: "c6eadffa33fcdf37",
        status: "firing",
        severity: "critical",
        title: "Error rate above 5%",
        service: "payment-gateway",
        url: "https://grafana.example.com/d/pay?viewPanel=2",
      },
    ]);
  });

  test("is understood as versions before 9 sent it too", () => {
    const old = {
      title: "[Alerting] Error rate",
      ruleId: 12,
      ruleName: "Error rate",
      ruleUrl: "https://grafana.example.com/d/pay",
      state: "alerting",
      message: "above 5%",
      orgId: 1,
      tags: { service: "payment-gateway" },
    };
    expect(alertsOf("grafana", old)).toMatchObject([
      { dedupeKey: "rule 12", status: "firing", title: "Error rate", service: "payment-gateway" },
    ]);
    expect(alertsOf("grafana", { ...old, state: "ok" })).toMatchObject([{ status: "resolved" }]);
    expect(alertsOf("grafana", { ...old, state: "paused" })).toMatchObject([
      { status: "unchanged" },
    ]);
    expect(normalise("grafana", { ...old, state: "merry" }, {}).is).toBe("unknown");
  });

  test("is not known where it is Alertmanager’s", () => {
    expect(normalise("grafana", ALERTMANAGER, {}).is).toBe("unknown");
  });
});
