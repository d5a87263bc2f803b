import { describe, expect, test } from "vitest";
import { severityAt, severityOf } from "@/lib/domain/severity";
import { sampleRecord } from "@/tests/support/make";

describe("severityOf", () => {
  test("finds the sample to be a SEV2", () => {
    const { impact, signals } = sampleRecord();
    expect(severityOf(impact, signals)).toMatchObject({
      severity: "SEV2",
      score: 0.707,
      dimensions: {
        revenue_impact: 1,
        user_impact_scope: 0.805,
        data_security_risk: 0,
        service_criticality: 0.83,
        blast_radius: 0.88,
      },
      floors: [],
    });
  });

  test("answers what would change the verdict", () => {
    const { impact, signals } = sampleRecord();
    expect(severityOf({ ...impact, affected_users_percentage: 80 }, signals).severity).toBe("SEV1");
  });

  test.each([
    ["undefined", undefined],
    ["null", null],
    ["empty", {}],
    ["full of nulls", { revenue_impact: null, affected_regions: null, customer_facing: null }],
  ])("counts sections that are %s as harmless", (_, section) => {
    expect(severityOf(section, null)).toEqual({
      severity: "SEV4",
      score: 0.055,
      dimensions: {
        revenue_impact: 0,
        user_impact_scope: 0.1,
        data_security_risk: 0,
        service_criticality: 0.2,
        blast_radius: 0,
      },
      floors: [],
      reasons: [
        "Revenue impact is none: 0.000",
        "0% of users affected, no customer reports, no degradation: 0.100",
        "No risk to data or security: 0.000",
        "No dependent services, no affected endpoints: 0.200",
        "No affected regions, error rate 0%, p99 latency 0 ms, no alerts: 0.000",
      ],
    });
  });

  test.each([
    ["security_breach", { security_breach: true }, 0.85],
    ["customer_facing_integrity_risk", { data_integrity_risk: true, customer_facing: true }, 0.76],
    [
      "complete_outage_for_half_of_users",
      { affected_users_percentage: 50, degradation_type: "complete" },
      0.8,
    ],
  ])("does not go below the floor of %s", (floor, impact, least) => {
    const computed = severityOf(impact);
    expect(computed).toMatchObject({ severity: "SEV1", score: least, floors: [floor] });
    expect(computed.reasons.at(-1)).toMatch(
      new RegExp(`puts the score at ${least.toFixed(3)} or more$`),
    );
  });

  test.each([
    { data_integrity_risk: true },
    { affected_users_percentage: 49.9, degradation_type: "complete" },
    { affected_users_percentage: 90, degradation_type: "major" },
  ])("has no floor for %o", (impact) => {
    expect(severityOf(impact).floors).toEqual([]);
  });

  test("keeps a score above its floors, and takes the highest of several", () => {
    const worst = {
      revenue_impact: "critical",
      affected_users_percentage: 90,
      degradation_type: "complete",
      security_breach: true,
      data_integrity_risk: true,
      customer_facing: true,
      affected_regions: ["a", "b", "c"],
    };
    expect(severityOf({ ...worst, affected_regions: [] })).toMatchObject({
      score: 0.85,
      floors: [
        "security_breach",
        "customer_facing_integrity_risk",
        "complete_outage_for_half_of_users",
      ],
    });
    expect(severityOf(worst, { error_rate_percentage: 60 }).score).toBe(0.88);
  });
});

describe("severityAt", () => {
  test.each([
    [1, "SEV1"],
    [0.75, "SEV1"],
    [0.749, "SEV2"],
    [0.5, "SEV2"],
    [0.499, "SEV3"],
    [0.25, "SEV3"],
    [0.249, "SEV4"],
    [0, "SEV4"],
  ])("reads %d as %s", (score, severity) => {
    expect(severityAt(score)).toBe(severity);
  });
});
