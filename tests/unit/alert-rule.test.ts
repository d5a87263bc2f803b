import { describe, expect, test } from "vitest";
import {
  isFor,
  ruleFor,
  severityFrom,
  titleFrom,
  type RuleConditions,
  type RuledAlert,
} from "@/lib/domain/alerts/rule";

const alert: RuledAlert = {
  kind: "grafana",
  labels: { alertname: "HighErrors", env: "prod-eu" },
  service: "payment-gateway",
  severity: "SEV1",
};

const conditions = (given: Partial<RuleConditions> = {}): RuleConditions => ({
  sources: [],
  labels: [],
  services: [],
  severities: [],
  ...given,
});

const label = (name: string, pattern: string, isNot = false) => ({ name, pattern, isNot });

describe("isFor", () => {
  test("takes every alert where nothing is asked for", () => {
    expect(isFor(conditions(), alert)).toBe(true);
  });

  test.each<[string, Partial<RuleConditions>, boolean]>([
    ["its source", { sources: ["datadog", "grafana"] }, true],
    ["another source", { sources: ["datadog"] }, false],
    ["its severity", { severities: ["SEV1"] }, true],
    ["another severity", { severities: ["SEV2", "none"] }, false],
    ["its service", { services: ["search", "payment-*"] }, true],
    ["another service", { services: ["search"] }, false],
    ["a label", { labels: [label("env", "prod*")] }, true],
    ["a label that differs", { labels: [label("env", "staging")] }, false],
    ["a label that must differ", { labels: [label("env", "staging", true)] }, true],
    ["a label that must differ and does not", { labels: [label("env", "prod*", true)] }, false],
    ["a label that is missing", { labels: [label("team", "payments")] }, false],
    ["a missing label that may be empty", { labels: [label("team", "*")] }, true],
    ["a label of an object’s own", { labels: [label("constructor", "*x*")] }, false],
    ["all labels", { labels: [label("env", "prod*"), label("alertname", "x")] }, false],
  ])("asks for %s", (_, given, expected) => {
    expect(isFor(conditions(given), alert)).toBe(expected);
  });

  test("knows alerts without a severity or a service", () => {
    const bare = { ...alert, severity: null, service: null };
    expect(isFor(conditions({ severities: ["none"] }), bare)).toBe(true);
    expect(isFor(conditions({ severities: ["SEV1"] }), bare)).toBe(false);
    expect(isFor(conditions({ services: ["p*"] }), bare)).toBe(false);
  });
});

describe("ruleFor", () => {
  test("answers the first rule that is for the alert", () => {
    const rules = [
      { id: 1, conditions: conditions({ sources: ["datadog"] }) },
      { id: 2, conditions: conditions({ severities: ["SEV1"] }) },
      { id: 3, conditions: conditions() },
    ];
    expect(ruleFor(rules, alert)?.id).toBe(2);
    expect(ruleFor(rules.slice(0, 1), alert)).toBeUndefined();
  });
});

describe("titleFrom", () => {
  const titled = { ...alert, title: "Error rate above 5%" };

  test.each([
    ["{title}", "Error rate above 5%"],
    ["{service}: {title}", "payment-gateway: Error rate above 5%"],
    ["{severity} in {labels.env}", "SEV1 in prod-eu"],
    ["{labels.none}", "Error rate above 5%"],
    ["{unknown} {title}", "{unknown} Error rate above 5%"],
    ["  ", "Error rate above 5%"],
  ])("fills %j", (template, expected) => {
    expect(titleFrom(template, titled)).toBe(expected);
  });

  test("is one line that is not too long, whatever the alert says", () => {
    const filled = titleFrom("{title}", { ...titled, title: `a\n\u0000b${"x".repeat(500)}` });
    expect(filled.startsWith("a bxxx")).toBe(true);
    expect(filled).toHaveLength(200);
  });

  test("has a word for an alert that says nothing", () => {
    const bare = { ...titled, title: " ", service: null, severity: null };
    expect(titleFrom("{service}{severity}", bare)).toBe("Alert");
  });

  test("does not fill in what an alert’s own text looks like", () => {
    expect(titleFrom("{title}", { ...titled, title: "{service}" })).toBe("{service}");
  });
});

describe("severityFrom", () => {
  test("is the rule’s, else the alert’s, else SEV3", () => {
    expect(severityFrom("SEV4", { severity: "SEV1" })).toBe("SEV4");
    expect(severityFrom(null, { severity: "SEV1" })).toBe("SEV1");
    expect(severityFrom(null, { severity: null })).toBe("SEV3");
  });
});
