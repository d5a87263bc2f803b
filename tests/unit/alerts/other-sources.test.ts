import { describe, expect, test } from "vitest";
import { normalise } from "@/lib/domain/alerts/normalise";
import { OPSGENIE, SENTRY } from "@/tests/support/alert-examples";

describe("what Opsgenie sends", () => {
  const read = (change: object) => normalise("opsgenie", { ...OPSGENIE, ...change }, {});

  test("becomes an alert by its alias", () => {
    expect(read({})).toMatchObject({
      alerts: [
        {
          dedupeKey: "payment-gateway-error-rate",
          status: "firing",
          severity: "P1",
          title: "payment-gateway error rate >5%",
          service: "payment-gateway",
          labels: { tags: "prod, payments", teams: "payments-ops", source: "datadog" },
          startsAt: 1_705_328_400_000,
          at: 1_705_328_400_000,
        },
      ],
    });
  });

  test.each([
    ["Acknowledge", "acknowledged"],
    ["UnAcknowledge", "unacknowledged"],
    ["Close", "resolved"],
    ["Delete", "resolved"],
    ["AddNote", "unchanged"],
    ["Custom dance", "unchanged"],
  ])("is by its action %s %s", (action, status) => {
    expect(read({ action })).toMatchObject({ alerts: [{ status }] });
  });

  test("is named by its id where it has no alias, and has times as fine as they come", () => {
    const alert = { alertId: "44f7", updatedAt: 1_705_328_400_123_000_100 };
    expect(read({ alert })).toMatchObject({
      alerts: [{ dedupeKey: "44f7", at: 1_705_328_400_123 }],
    });
  });

  test("is not known without an alert", () => {
    expect(read({ alert: null }).is).toBe("unknown");
    expect(read({ action: undefined }).is).toBe("unknown");
  });
});

describe("what Sentry sends", () => {
  const read = (body: object, resource?: string) =>
    normalise("sentry", body, resource ? { "sentry-hook-resource": resource } : {});

  test("becomes an alert for a metric’s rule", () => {
    expect(read(SENTRY, "metric_alert")).toMatchObject({
      alerts: [
        {
          dedupeKey: "metric 7",
          status: "firing",
          severity: "critical",
          title: "Error rate payments",
          startsAt: Date.UTC(2024, 0, 15, 14, 20),
        },
      ],
    });
    expect(read({ ...SENTRY, action: "resolved" })).toMatchObject({
      alerts: [{ status: "resolved", severity: undefined }],
    });
    expect(read({ ...SENTRY, action: "danced" }).is).toBe("unknown");
  });

  test("becomes an alert for an event’s issue, which news of the issue end", () => {
    const event = {
      issue_id: "11",
      title: "TypeError",
      level: "error",
      web_url: "https://acme.sentry.io/issues/11/",
      tags: [["service", "gateway"], "odd", [1, 2]],
    };
    const sent = { action: "triggered", data: { event, triggered_rule: "Any error" } };
    expect(read(sent, "event_alert")).toMatchObject({
      alerts: [
        {
          dedupeKey: "issue 11",
          status: "firing",
          service: "gateway",
          labels: { rule: "Any error", service: "gateway" },
        },
      ],
    });
    const issue = (action: string) => read({ action, data: { issue: { id: "11" } } }, "issue");
    expect(issue("resolved")).toMatchObject({
      alerts: [{ dedupeKey: "issue 11", status: "resolved" }],
    });
    expect(issue("assigned")).toMatchObject({ alerts: [{ status: "unchanged" }] });
  });

  test("says nothing of an alert where it was installed, and is not known otherwise", () => {
    expect(read({ action: "created", installation: {} }, "installation").is).toBe("nothing");
    expect(read({ hello: 1 }).is).toBe("unknown");
    expect(read({ data: { event: {} }, action: "triggered" }).is).toBe("unknown");
    expect(read({ data: { issue: {} } }).is).toBe("unknown");
  });
});

describe("plain JSON", () => {
  const read = (body: unknown) => normalise("json", body, {});

  test("is one alert, which fires unless it says otherwise", () => {
    expect(
      read({ title: "Disk full", service: "db", labels: { env: "prod", n: 3 } }),
    ).toMatchObject({
      alerts: [{ dedupeKey: "db: Disk full", status: "firing", labels: { env: "prod", n: "3" } }],
    });
    expect(read({ dedupeKey: "d1", status: "ack" })).toMatchObject({
      alerts: [{ status: "acknowledged" }],
    });
  });

  test("is several in a list, of which those that can be read are taken", () => {
    const alerts = [{ title: "a" }, { status: "firing" }, { title: "b", status: "merry" }, "c"];
    expect(read({ alerts })).toMatchObject({ alerts: [{ title: "a" }] });
  });

  test.each([[null], [7], ["text"], [[]], [{}], [{ alerts: [] }]])("is not known as %j", (body) => {
    expect(read(body).is).toBe("unknown");
  });
});
