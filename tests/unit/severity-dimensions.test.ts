import { describe, expect, test } from "vitest";
import {
  blastRadius,
  dataSecurityRisk,
  revenueImpact,
  serviceCriticality,
  toThousandths,
  userImpactScope,
} from "@/lib/domain/severity-dimensions";

const list = (length: number) => Array.from({ length }, (_, index) => `item-${index}`);

describe("toThousandths", () => {
  test.each([
    [0.83 * 0.15, 0.124],
    [0.65 + 0.08 + 0.15 * 0.5, 0.805],
    [0.1 + 0.2, 0.3],
    [0.8065, 0.806],
    [1, 1],
  ])("rounds %d to %d", (value, rounded) => {
    expect(toThousandths(value)).toBe(rounded);
  });
});

describe("revenueImpact", () => {
  test.each([
    ["critical", 1, 1, 1, 1],
    ["high", 0.8, 0.9, 0.9, 1],
    ["medium", 0.5, 0.6, 0.6, 0.7],
    ["low", 0.2, 0.2, 0.2, 0.2],
    ["none", 0, 0, 0, 0],
    ["constructor", 0, 0, 0, 0],
    [" High ", 0.8, 0.9, 0.9, 1],
    [null, 0, 0, 0, 0],
  ])("scores %j", (revenue_impact, alone, customers, stuck, both) => {
    const facing = { revenue_impact, customer_facing: true };
    expect([
      revenueImpact({ revenue_impact }).score,
      revenueImpact(facing).score,
      revenueImpact({ revenue_impact, workaround_available: false }).score,
      revenueImpact({ ...facing, workaround_available: false }).score,
    ]).toEqual([alone, customers, stuck, both]);
  });

  test("says what it counts", () => {
    const impact = { revenue_impact: "high", customer_facing: true, workaround_available: false };
    expect(revenueImpact(impact).reason).toBe(
      "Revenue impact is high, customer-facing, without a workaround: 1.000",
    );
    expect(revenueImpact({ ...impact, revenue_impact: "low" }).reason).toBe(
      "Revenue impact is low: 0.200",
    );
  });
});

describe("userImpactScope", () => {
  test.each([
    [75, 1],
    [74.9, 0.85],
    [50, 0.85],
    [25, 0.65],
    [10, 0.45],
    [1, 0.25],
    [0.9, 0.1],
    [null, 0.1],
  ])("scores %d%% of users", (affected_users_percentage, score) => {
    expect(userImpactScope({ affected_users_percentage }, {}).score).toBe(score);
  });

  test.each([
    [21, 0.25],
    [20, 0.18],
    [6, 0.18],
    [5, 0.1],
  ])("adds for %d customer reports", (customer_reports, score) => {
    expect(userImpactScope({}, { customer_reports }).score).toBe(score);
  });

  test.each([
    ["complete", 0.25],
    ["major", 0.212],
    ["partial", 0.175],
    ["minor", 0.138],
    ["none", 0.1],
    ["strange", 0.1],
  ])("adds for %s degradation", (degradation_type, score) => {
    expect(userImpactScope({ degradation_type }, {}).score).toBe(score);
  });

  test("is at most 1", () => {
    const impact = { affected_users_percentage: 100, degradation_type: "complete" };
    expect(userImpactScope(impact, {}).score).toBe(1);
  });

  test("says what it counts", () => {
    expect(userImpactScope({}, { customer_reports: 1 }).reason).toBe(
      "0% of users affected, 1 customer report, no degradation: 0.100",
    );
  });
});

describe("dataSecurityRisk", () => {
  test.each([
    [false, false, false, 0, "No risk to data or security: 0.000"],
    [false, false, true, 0, "No risk to data or security: 0.000"],
    [false, true, false, 0.8, "Risk to data integrity: 0.800"],
    [false, true, true, 0.9, "Risk to data integrity, customer-facing: 0.900"],
    [true, false, true, 1, "Security breach: 1.000"],
    [true, true, false, 1, "Security breach, risk to data integrity: 1.000"],
    [true, true, true, 1, "Security breach, risk to data integrity, customer-facing: 1.000"],
  ])(
    "rates breach %s, integrity %s, customer-facing %s",
    (security_breach, data_integrity_risk, customer_facing, score, reason) => {
      const impact = { security_breach, data_integrity_risk, customer_facing };
      expect(dataSecurityRisk(impact)).toEqual({ score, reason });
    },
  );
});

describe("serviceCriticality", () => {
  test.each([
    [5, 5, 1],
    [3, 3, 0.83],
    [3, 5, 0.9],
    [1, 1, 0.5],
    [0, 2, 0.28],
    [0, 0, 0.2],
  ])("scores %d dependents and %d endpoints", (dependents, endpoints, score) => {
    const signals = {
      dependent_services: list(dependents),
      affected_endpoints: list(endpoints),
    };
    expect(serviceCriticality(signals).score).toBe(score);
  });

  test("says what it counts", () => {
    expect(serviceCriticality({ dependent_services: ["cart"] }).reason).toBe(
      "1 dependent service, no affected endpoints: 0.500",
    );
  });
});

describe("blastRadius", () => {
  test.each([
    [4, 0.9],
    [3, 0.9],
    [2, 0.6],
    [1, 0.3],
    [0, 0],
  ])("scores %d regions", (regions, score) => {
    expect(blastRadius({ affected_regions: list(regions) }, {}).score).toBe(score);
  });

  test.each([
    [50, 1],
    [25, 0.8],
    [10, 0.6],
    [5, 0.4],
    [1, 0.2],
    [0.9, 0],
  ])("is at least what an error rate of %d%% says", (error_rate_percentage, score) => {
    expect(blastRadius({}, { error_rate_percentage }).score).toBe(score);
  });

  test.each([
    [10_000, 1],
    [5000, 0.8],
    [2000, 0.6],
    [1000, 0.4],
    [500, 0.2],
    [499, 0],
  ])("is at least what a p99 of %d ms says", (latency_p99_ms, score) => {
    expect(blastRadius({}, { latency_p99_ms }).score).toBe(score);
  });

  test("takes the widest of the three and adds for alerts, up to 1", () => {
    const impact = { affected_regions: list(2) };
    const signals = { error_rate_percentage: 5, latency_p99_ms: 8500 };
    const scores = [9, 10, 20].map(
      (alert_count) => blastRadius(impact, { ...signals, alert_count }).score,
    );
    expect(scores).toEqual([0.8, 0.88, 0.95]);
    expect(blastRadius({}, { error_rate_percentage: 90, alert_count: 20 }).score).toBe(1);
  });
});
