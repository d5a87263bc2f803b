import { describe, expect, test } from "vitest";
import {
  categoryOf,
  coverageOf,
  gapsBeforeApproval,
  gapsIn,
  isFactorCategory,
} from "@/lib/domain/coverage";
import { makeRecord, sampleRecord } from "@/tests/support/make";

const record = makeRecord({
  resolution: { contributing_factors: ["No runbook for failover", "Alert threshold too high"] },
  action_items: [
    { title: "Write the failover runbook", type: "process" },
    { title: "Drill the failover", type: "process" },
    { title: "Look around", type: null },
    { title: "Ask", type: "question" },
  ],
});

describe("categoryOf", () => {
  test.each([
    ["Insufficient load testing of the new version at production scale", "environment"],
    ["Replica had less memory than the primary", "environment"],
    ["Connection pool alert threshold set too high", "tooling"],
    ["No dashboard for queue depth", "tooling"],
    ["No canary deployment process for configuration", "process"],
    ["Missing documentation for service dependencies", "process"],
    ["Change was not reviewed by the owning team", "process"],
    ["Operator mistyped the table name", "human"],
    ["On-call engineer was unfamiliar with the failover", "human"],
    ["Third-party SMS gateway dropped messages", "external"],
    ["DNS provider outage", "external"],
    ["Nobody knows", "process"],
    ["", "process"],
  ])("puts %j under %s", (factor, category) => {
    expect(categoryOf(factor)).toBe(category);
  });

  test("goes by the number of different words", () => {
    expect(categoryOf("Vendor vendor vendor: no alert, no dashboard")).toBe("tooling");
  });
});

describe("coverageOf", () => {
  test("finds the sample's one gap", () => {
    expect(gapsIn(coverageOf(sampleRecord()))).toEqual([
      {
        factor: 0,
        category: "environment",
        expectedType: "mitigation",
        actions: [],
        linked: false,
      },
    ]);
  });

  test("proposes the actions of the expected type", () => {
    expect(coverageOf(record)).toEqual([
      { factor: 0, category: "process", expectedType: "process", actions: [0, 1], linked: false },
      { factor: 1, category: "tooling", expectedType: "detection", actions: [], linked: false },
    ]);
  });

  test.each([
    ["process", "process"],
    ["tooling", "detection"],
    ["human", "prevention"],
    ["external", "prevention"],
    ["environment", "mitigation"],
  ] as const)("expects for %s an action of type %s", (category, expectedType) => {
    const [first] = coverageOf(record, { factorCategories: { 0: category } });
    expect(first).toMatchObject({ category, expectedType });
  });

  test("goes by what people linked rather than by type", () => {
    const factorActions = { 0: [], 1: [2, 99] };
    const factors = coverageOf(record, { factorActions });
    expect(factors).toMatchObject([
      { actions: [], linked: true },
      { actions: [2], linked: true },
    ]);
    expect(gapsIn(factors).map(({ factor }) => factor)).toEqual([0]);
  });

  test("is empty without factors", () => {
    expect(coverageOf(makeRecord())).toEqual([]);
    expect(coverageOf(makeRecord({ resolution: { contributing_factors: null } }))).toEqual([]);
  });

  test("finds each factor a gap without actions", () => {
    expect(gapsIn(coverageOf({ ...record, action_items: undefined }))).toHaveLength(2);
  });
});

describe("gapsBeforeApproval", () => {
  test("asks about the sample's one gap in words", () => {
    const text =
      "Insufficient load testing of new ORM version under production-scale connection patterns";
    expect(gapsBeforeApproval(sampleRecord())).toEqual([
      {
        factor: 0,
        text,
        category: "environment",
        expectedType: "mitigation",
      },
    ]);
  });

  test("asks nothing once people linked an action, and again once none does", () => {
    expect(gapsBeforeApproval(sampleRecord(), { factorActions: { 0: [2] } })).toEqual([]);
    const factorCategories = { 1: "human" } as const;
    const factorActions = { 0: [2], 1: [] };
    expect(gapsBeforeApproval(sampleRecord(), { factorCategories, factorActions })).toMatchObject([
      { factor: 1, category: "human", expectedType: "prevention" },
    ]);
  });

  test("asks nothing of a record without factors", () => {
    expect(gapsBeforeApproval(makeRecord())).toEqual([]);
  });
});

describe("isFactorCategory", () => {
  test("knows the five words and no other", () => {
    expect(isFactorCategory("human")).toBe(true);
    expect(isFactorCategory("Human")).toBe(false);
  });
});
