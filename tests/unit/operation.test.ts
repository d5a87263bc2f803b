import { describe, expect, test } from "vitest";
import { metricText } from "@/lib/domain/metric-text";
import { parseEnv } from "@/lib/env";
import { mayReadMetrics } from "@/lib/operation/metrics-door";
import { shownPath } from "@/scripts/server/shown-path.mjs";

describe("shownPath", () => {
  test.each([
    ["/incidents/INC-1?q=secret", "/incidents/INC-1"],
    ["/s/abc123", "/s/[token]"],
    ["//s/abc123", "/s/[token]"],
    ["/s/view/INC-1", "/s/view/INC-1"],
    ["/status/subscribe/abc/leave", "/status/subscribe/[token]/leave"],
    ["/api/hooks/grafana/abc", "/api/hooks/grafana/[key]"],
    ["/api/hooks/%67rafana/abc/more", "/api/hooks/grafana/[key]"],
    ["/api/hooks/abc", "/api/hooks/[key]"],
    ["/api/webhooks/json/abc", "/api/webhooks/json/[key]"],
    ["/%ff", "[malformed]"],
  ])("shows of %s only %s", (url, shown) => {
    expect(shownPath(url)).toBe(shown);
  });
});

describe("metricText", () => {
  test("writes a figure as Prometheus reads it", () => {
    const values = [{ value: 1 }, { labels: { of: 'a "b"\\\n' }, value: 0.5 }];
    expect(metricText([{ name: "muster_x", help: "An x.", values }])).toBe(
      '# HELP muster_x An x.\n# TYPE muster_x gauge\nmuster_x 1\nmuster_x{of="a \\"b\\"\\\\\\n"} 0.5\n',
    );
  });
});

describe("mayReadMetrics", () => {
  const shown = (authorization?: string) =>
    new Headers(authorization === undefined ? {} : { authorization });

  test("lets this machine read while no other reaches the portal", () => {
    expect(mayReadMetrics(shown(), { metricsToken: undefined, onLoopback: true })).toBe(true);
    expect(mayReadMetrics(shown(), { metricsToken: undefined, onLoopback: false })).toBe(false);
  });

  test("asks everybody for the token where there is one", () => {
    const settings = { metricsToken: "a token of letters", onLoopback: true };
    expect(mayReadMetrics(shown("Bearer a token of letters"), settings)).toBe(true);
    expect(mayReadMetrics(shown("Bearer another"), settings)).toBe(false);
    expect(mayReadMetrics(shown(), settings)).toBe(false);
  });
});

describe("the settings of operation", () => {
  test("keep the audit record for good, and make no backups, where nothing is said", () => {
    expect(parseEnv({})).toMatchObject({
      backupDir: undefined,
      backupEvery: 3_600_000,
      auditKept: undefined,
      alertsKept: 90 * 86_400_000,
    });
  });

  test.each([
    [{ RETENTION_AUDIT: "7" }, "RETENTION_AUDIT is neither 0 nor 30 days or more"],
    [{ BACKUP_EVERY: "0" }, "BACKUP_EVERY is below 0.1"],
    [{ METRICS_TOKEN: "short" }, "METRICS_TOKEN has fewer than 16 characters"],
  ])("refuse %o", (given, words) => {
    expect(() => parseEnv(given)).toThrow(words);
  });
});
