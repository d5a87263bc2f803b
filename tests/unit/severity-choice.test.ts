import { describe, expect, test } from "vitest";
import {
  asksWhy,
  computedFrom,
  lacksReason,
  severityHistory,
  whyQuestion,
  type SeverityChange,
} from "@/lib/domain/severity-choice";
import { sampleRecord } from "@/tests/support/make";

const change = (overrides: Partial<SeverityChange> = {}): SeverityChange => ({
  before: "SEV3",
  after: "SEV1",
  computed: null,
  score: null,
  reason: null,
  changedBy: "Grace",
  changedAt: 2000,
  ...overrides,
});

describe("computedFrom", () => {
  test("computes what the facts speak for", () => {
    expect(computedFrom(sampleRecord())).toEqual({ severity: "SEV2", score: 0.707 });
  });

  test("computes nothing where nothing is known", () => {
    expect(computedFrom({})).toBeUndefined();
    expect(computedFrom({ impact: null, signals: { alert_count: null } })).toBeUndefined();
  });
});

describe("asksWhy", () => {
  test("asks only where something else is computed", () => {
    const computed = { severity: "SEV2", score: 0.6 } as const;
    expect(asksWhy("SEV1", computed)).toBe(true);
    expect(asksWhy("SEV2", computed)).toBe(false);
    expect(asksWhy("SEV1", undefined)).toBe(false);
    expect(whyQuestion("SEV1", computed)).toBe(
      "The answers speak for SEV2 (score 0.6). Say in one line why it is SEV1.",
    );
  });
});

describe("severityHistory", () => {
  test("begins with the severity that a record came with", () => {
    expect(severityHistory([], { severity: "SEV1", declaredAt: 1000 })).toMatchObject([
      { before: null, after: "SEV1", changedBy: null, changedAt: 1000 },
    ]);
    expect(
      severityHistory([change()], { severity: "SEV1", declaredAt: 1000 }).map(({ after }) => after),
    ).toEqual(["SEV3", "SEV1"]);
  });

  test("begins with the declaration where the portal has it", () => {
    const declared = change({ before: null, after: "SEV3" });
    expect(severityHistory([declared], { severity: "SEV3", declaredAt: 1000 })).toEqual([declared]);
  });

  test("ends with what a record replaced since", () => {
    expect(
      severityHistory([change()], { severity: "SEV4", declaredAt: 1000 }).at(-1),
    ).toMatchObject({ before: "SEV1", after: "SEV4", changedBy: null, changedAt: null });
  });
});

describe("lacksReason", () => {
  const computed = { severity: "SEV2", score: 0.6 } as const;

  test("holds until somebody said why", () => {
    expect(lacksReason([change()], computed)).toBe(true);
    expect(lacksReason([change(), change({ reason: "Money is lost." })], computed)).toBe(false);
  });

  test("does not hold where people and facts agree, or there is nothing to compare", () => {
    expect(lacksReason([change({ after: "SEV2" })], computed)).toBe(false);
    expect(lacksReason([change()], undefined)).toBe(false);
    expect(lacksReason([], computed)).toBe(false);
  });
});
