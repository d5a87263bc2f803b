import { describe, expect, test } from "vitest";
import { impactFacts } from "@/lib/domain/impact-facts";
import { makeRecord, sampleRecord } from "../support/make";

describe("impactFacts", () => {
  test("says each fact with its unit", () => {
    const facts = impactFacts(
      makeRecord({
        impact: {
          revenue_impact: "high",
          affected_users_percentage: 12.5,
          customer_facing: true,
          affected_regions: ["eu-west-1", "us\neast"],
        },
        resolution: { customer_impact: { affected_users: 12500, revenue_impact_usd: 45000 } },
      }),
    );
    expect(facts).toEqual([
      { label: "Revenue impact, as rated", value: "High" },
      { label: "Users affected", value: "12.5 %" },
      { label: "Customer-facing", value: "Yes" },
      { label: "Affected regions", value: "eu-west-1, us east" },
      { label: "Users affected, counted", value: "12,500" },
      { label: "Revenue impact", value: "45,000 US$" },
    ]);
  });

  test("gives each fact of the sample a label of its own", () => {
    const labels = impactFacts(sampleRecord()).map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(5);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test("is empty where nothing is recorded", () => {
    expect(impactFacts(makeRecord())).toEqual([]);
  });
});
