import { describe, expect, test } from "vitest";
import { conditionsText, deedText, ruleTexts } from "@/lib/domain/alerts/rule-texts";

const rule = {
  name: "Payments",
  conditions: {
    sources: ["grafana", "datadog"],
    labels: [
      { name: "env", pattern: "prod*", isNot: false },
      { name: "team", pattern: "search", isNot: true },
    ],
    services: ["payment-*"],
    severities: ["SEV1", "none"],
  },
  deed: "declare",
  severity: null,
  titleTemplate: "{title}",
  joins: "service",
  windowMinutes: 30,
  closes: "monitoring",
} as const;
const given = {
  ...rule,
  conditions: {
    sources: [...rule.conditions.sources],
    labels: [...rule.conditions.labels],
    services: [...rule.conditions.services],
    severities: [...rule.conditions.severities],
  },
};

describe("ruleTexts", () => {
  test("holds a rule as its form does", () => {
    expect(ruleTexts(given)).toEqual({
      name: "Payments",
      deed: "declare",
      titleTemplate: "{title}",
      joins: "service",
      closes: "monitoring",
      severity: "",
      windowMinutes: "30",
      labels: "env=prod*\nteam!=search",
      services: "payment-*",
      "source-grafana": "on",
      "source-datadog": "on",
      "severity-SEV1": "on",
      "severity-none": "on",
    });
    expect(ruleTexts({ ...given, severity: "SEV2", windowMinutes: null })).toMatchObject({
      severity: "SEV2",
      windowMinutes: "",
    });
  });
});

describe("conditionsText", () => {
  test("says which alerts a rule is for", () => {
    expect(conditionsText(given.conditions)).toBe(
      "Alerts from Grafana or Datadog, of payment-*, with SEV1 or no severity, where env is “prod*”, where team is not “search”",
    );
  });

  test("says so where it is for all", () => {
    const all = { sources: [], labels: [], services: [], severities: [] };
    expect(conditionsText(all)).toBe("All alerts");
  });
});

describe("deedText", () => {
  test.each([
    [{ deed: "drop" }, "are dropped."],
    [{ deed: "wait" }, "wait for a person."],
    [
      { deed: "attach", windowMinutes: null, joins: "key", closes: "nothing" },
      "join the open incident of the very same alert, wait where there is none. Once all are resolved: nothing.",
    ],
    [
      { severity: "SEV2" },
      "join the open incident of the same service within 30 minutes, else declare one as SEV2. Once all are resolved: go to “monitoring”.",
    ],
    [
      { windowMinutes: null },
      "join the open incident of the same service, else declare one as their own severity. Once all are resolved: go to “monitoring”.",
    ],
  ] as const)("says what %j does", (changed, expected) => {
    expect(deedText({ ...given, ...changed })).toBe(expected);
  });
});
