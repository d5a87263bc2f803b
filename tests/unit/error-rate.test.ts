import { describe, expect, test } from "vitest";
import { errorRateIn } from "@/lib/domain/error-rate";

describe("errorRateIn", () => {
  test.each([
    [{ error_rate: 8.2 }, 8.2],
    [{ error_rate: 0.08 }, 0.08],
    [{ error_rate: 0 }, 0],
    [{ error_rate: 100 }, 100],
    [{ errorRate: 3 }, 3],
    [{ error_rate_percentage: 23.5 }, 23.5],
    [{ error_rate_percent: "12.1%" }, 12.1],
    [{ error_rate_pct: " 12 % " }, 12],
    [{ metric: "error_rate", value: 8.2, threshold: 5 }, 8.2],
  ])("reads %j as percent from then on", (metadata, after) => {
    expect(errorRateIn(metadata)).toEqual({ before: undefined, after });
  });

  test.each([
    [{ error_rate_before: 23.5, error_rate_after: 12.1 }],
    [{ error_rate_before_pct: "23.5", error_rate_after_pct: "12.1" }],
    [{ error_rate_old: 23.5, error_rate_new: 12.1 }],
    [{ error_rate: { before: 23.5, after: 12.1 } }],
    [{ error_rate: { from: "23.5 %", to: "12.1 %" } }],
  ])("reads the pair in %j", (metadata) => {
    expect(errorRateIn(metadata)).toEqual({ before: 23.5, after: 12.1 });
  });

  test("keeps one half of a pair where the other is missing", () => {
    expect(errorRateIn({ error_rate_before: 23.5, error_rate_after: "much less" })).toEqual({
      before: 23.5,
      after: undefined,
    });
  });

  test("takes the first of several", () => {
    expect(errorRateIn({ error_rate: 4, error_rate_percent: 5 })?.after).toBe(4);
  });

  test.each([
    null,
    {},
    { error_rate: -1 },
    { error_rate: 100.1 },
    { error_rate: "1200" },
    { error_rate: "<0.1%" },
    { error_rate: "high" },
    { error_rate: true },
    { error_rate: null },
    { error_rate: [23.5, 12.1] },
    { error_rate: {} },
    { error_rate_threshold: 5 },
    { metric: "error_rate" },
    { metric: "db_pool_utilization", value: 95 },
    { metric: 7, value: 95 },
  ])("finds none in %j", (metadata) => {
    expect(errorRateIn(metadata)).toBeUndefined();
  });
});
