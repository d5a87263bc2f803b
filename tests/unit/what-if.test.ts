import { describe, expect, test } from "vitest";
import { whatIf } from "@/lib/domain/what-if";
import { sampleRecord } from "../support/make";

describe("whatIf", () => {
  test("names what would make the sample a SEV1", () => {
    const { impact, signals } = sampleRecord();
    expect(whatIf(impact, signals)).toEqual([
      { change: "a security breach", severity: "SEV1" },
      { change: "a risk to data integrity", severity: "SEV1" },
      { change: "75 % of users affected", severity: "SEV1" },
    ]);
  });

  test("names what would lower a verdict", () => {
    const impact = { revenue_impact: "critical", affected_users_percentage: 80 };
    expect(whatIf(impact, {})).toContainEqual({
      change: "low revenue impact",
      severity: "SEV3",
    });
  });

  test("begins from nothing where nothing is recorded", () => {
    expect(whatIf(null, null)).toContainEqual({ change: "a security breach", severity: "SEV1" });
    expect(whatIf()).toEqual(whatIf(null, null));
  });
});
