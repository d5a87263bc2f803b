import { describe, expect, test } from "vitest";
import { orderProblem } from "@/lib/domain/milestone-order";
import type { Milestones } from "@/lib/domain/milestones";

const at = (minutes: number) => ({
  id: `event:${minutes}`,
  at: minutes * 60_000,
  event: null,
  label: "",
  isDefault: false,
});

const usual: Milestones = {
  started: at(0),
  detected: at(5),
  declared: at(8),
  mitigated: at(75),
  resolved: at(150),
};

describe("orderProblem", () => {
  test("has nothing against the usual order", () => {
    for (const milestone of ["started", "detected", "declared", "mitigated", "resolved"] as const) {
      expect(orderProblem(usual, milestone)).toBeUndefined();
    }
  });

  test("names a milestone that would come before what it follows", () => {
    expect(orderProblem({ ...usual, mitigated: at(3) }, "mitigated")).toBe(
      "That cannot be: mitigated (1970-01-01 00:03 UTC) would come before detected (1970-01-01 00:05 UTC).",
    );
    expect(orderProblem({ ...usual, mitigated: at(151) }, "mitigated")).toContain(
      "resolved (1970-01-01 02:30 UTC) would come before mitigated (1970-01-01 02:31 UTC)",
    );
  });

  test("leaves alone what the other milestones have wrong among themselves", () => {
    expect(orderProblem({ ...usual, resolved: at(1) }, "started")).toBeUndefined();
  });

  test("takes equal times and missing milestones as possible", () => {
    expect(orderProblem({ ...usual, mitigated: at(5) }, "mitigated")).toBeUndefined();
    expect(orderProblem({ ...usual, detected: null }, "mitigated")).toBeUndefined();
  });
});
