import { describe, expect, test } from "vitest";
import {
  builtInRule,
  dayAfter,
  policyFrom,
  proposedDeadline,
  ruleFor,
} from "@/lib/domain/deadline-policy";
import { DEFAULT_CALENDAR } from "@/lib/domain/working-days";

const POLICY = policyFrom([]);
const FRIDAY = Date.parse("2026-05-01T12:00:00Z");

describe("builtInRule", () => {
  test.each([
    ["P0", "SEV1", 0, 2],
    ["P1", "SEV2", 1, 5],
    ["P2", "SEV1", 5, 20],
    ["P3", "SEV2", 10, 40],
    ["P4", "SEV1", null, null],
    ["P0", "SEV4", 0, 2],
    ["P1", "SEV3", 1, 10],
    ["P2", "SEV4", 5, 40],
    ["P3", "SEV3", 10, 40],
    ["P4", "SEV4", null, null],
  ] as const)("leaves %s of a %s %s and %s days", (priority, severity, assignDays, finishDays) => {
    expect(builtInRule(priority, severity)).toEqual({ assignDays, finishDays });
  });
});

describe("policyFrom", () => {
  test("has a rule for each of the twenty pairs", () => {
    expect(POLICY).toHaveLength(20);
    expect(POLICY[0]).toEqual({ priority: "P0", severity: "SEV1", assignDays: 0, finishDays: 2 });
  });

  test("puts a row in the built-in rule's place, also one without a limit", () => {
    const row = { priority: "P1", severity: "SEV2", assignDays: null, finishDays: 3 } as const;
    const policy = policyFrom([row]);
    expect(policy).toContainEqual(row);
    expect(policy).toHaveLength(20);
  });
});

describe("ruleFor", () => {
  test("finds the rule by priority, in any case, and severity", () => {
    const rule = { assignDays: 1, finishDays: 10 };
    expect(ruleFor(POLICY, { priority: "P1", severity: "SEV3" })).toEqual(rule);
    expect(ruleFor(POLICY, { priority: " p1", severity: "SEV3" })).toEqual(rule);
  });

  test("assigns an item without a known priority like a P2, and sets it no day", () => {
    const rule = { assignDays: 5, finishDays: null };
    expect(ruleFor(POLICY, { priority: null, severity: "SEV1" })).toEqual(rule);
    expect(ruleFor(POLICY, { priority: "urgent", severity: "SEV1" })).toEqual(rule);
  });

  test("has no limits where the policy says nothing", () => {
    const rule = { assignDays: null, finishDays: null };
    expect(ruleFor([], { priority: "P1", severity: "SEV1" })).toEqual(rule);
  });
});

describe("dayAfter", () => {
  test("counts from the day on which it was made, where the team works", () => {
    const late = Date.parse("2026-05-01T23:30:00Z");
    const week = [1, 2, 3, 4, 5, 6];
    expect(dayAfter(late, 1, { zone: "UTC", workingDays: week })).toBe("2026-05-02");
    expect(dayAfter(late, 1, { zone: "Asia/Tokyo", workingDays: week })).toBe("2026-05-04");
  });

  test("is no day without a limit", () => {
    expect(dayAfter(FRIDAY, null, DEFAULT_CALENDAR)).toBeNull();
  });
});

describe("proposedDeadline", () => {
  const made = { createdAt: FRIDAY, severity: "SEV2" } as const;

  test("counts the policy's working days", () => {
    expect(proposedDeadline({ ...made, priority: "P1" }, POLICY, DEFAULT_CALENDAR)).toBe(
      "2026-05-08",
    );
  });

  test("is none without a priority, and where the policy sets none", () => {
    expect(proposedDeadline({ ...made, priority: null }, POLICY, DEFAULT_CALENDAR)).toBeNull();
    expect(proposedDeadline({ ...made, priority: "P4" }, POLICY, DEFAULT_CALENDAR)).toBeNull();
  });
});
