import { describe, expect, test } from "vitest";
import { normalise } from "@/lib/domain/alerts/normalise";
import { DATADOG } from "@/tests/support/alert-examples";

const read = (change: object) => {
  const normal = normalise("datadog", { ...DATADOG, ...change }, {});
  return normal.is === "alerts" ? normal.alerts[0] : undefined;
};

describe("what Datadog sends", () => {
  test("becomes an alert, with its tags as labels", () => {
    expect(read({})).toMatchObject({
      dedupeKey: "5283746102938475",
      groupKey: "1234567",
      status: "firing",
      severity: "P1",
      title: "p99 latency on /api/payments",
      description: "p99 8500ms > 5000ms",
      service: "payment-gateway",
      labels: { env: "prod", service: "payment-gateway", team: "payments" },
      url: "https://app.datadoghq.com/event/event?id=7416912837465",
      at: 1_705_328_460_000,
    });
  });

  test.each([
    ["Re-Triggered", "firing"],
    ["No Data", "firing"],
    ["Re-No Data", "firing"],
    ["Warn", "firing"],
    ["Renotify", "firing"],
    ["Recovered", "resolved"],
  ])("is by its transition %s %s", (transition, status) => {
    expect(read({ transition })?.status).toBe(status);
  });

  test("is a step less severe where the monitor only warns", () => {
    expect(read({ transition: "Warn" })?.severity).toBe("P1 (warning)");
    expect(read({ transition: "Re-Warn", priority: "" })?.severity).toBe("error");
  });

  test("has no value where a variable was not filled in", () => {
    const empty = { cycle_key: "$ALERT_CYCLE_KEY", priority: "$ALERT_PRIORITY", link: "$LINK" };
    expect(read(empty)).toMatchObject({
      dedupeKey: "1234567 service:payment-gateway,env:prod",
      severity: "error",
      url: undefined,
    });
    expect(read({ cycle_key: "", alert_id: "" })?.dedupeKey).toBe(
      "9bd4ac313a4d1e8fae2482df7b77628",
    );
  });

  test("bears the same title however it stands", () => {
    expect(read({ title: "[Recovered on {host:a}] Disk full" })?.title).toBe("Disk full");
    expect(read({ title: "[Re-Triggered] Disk full" })?.title).toBe("Disk full");
    expect(read({ title: "[P1] Disk full" })?.title).toBe("[P1] Disk full");
  });

  test("is understood in the template that Datadog proposes", () => {
    const proposed = (title: string) => ({
      body: "It is full.",
      last_updated: "1705328460000",
      event_type: "query_alert_monitor",
      title,
      date: "1705328460000",
      org: { id: "1", name: "acme" },
      id: "77",
    });
    const status = (title: string) => {
      const normal = normalise("datadog", proposed(title), {});
      return normal.is === "alerts" ? normal.alerts[0]?.status : normal.is;
    };
    expect(status("[Triggered] Disk full")).toBe("firing");
    expect(status("[Recovered] Disk full")).toBe("resolved");
    expect(status("Somebody deployed")).toBe("nothing");
  });

  test("keeps tags without a value together", () => {
    expect(read({ tags: "urgent,env:prod,night" })?.labels).toMatchObject({
      tags: "urgent, night",
      env: "prod",
    });
  });

  test("is not known where it names no monitor or has another shape", () => {
    const nameless = { cycle_key: "", alert_id: "", aggreg_key: "", id: "" };
    expect(normalise("datadog", { ...DATADOG, ...nameless }, {}).is).toBe("unknown");
    expect(normalise("datadog", { text: "hello" }, {}).is).toBe("unknown");
  });

  test("says nothing of a status by a transition that nobody knows", () => {
    expect(normalise("datadog", { ...DATADOG, transition: "Danced" }, {}).is).toBe("nothing");
  });
});
