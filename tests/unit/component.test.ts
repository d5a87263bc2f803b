import { describe, expect, test } from "vitest";
import { worstStatus } from "@/lib/domain/component";

describe("a group of components", () => {
  test.each([
    [[], "operational"],
    [["operational"], "operational"],
    [["operational", "under_maintenance"], "under_maintenance"],
    [["under_maintenance", "degraded_performance"], "degraded_performance"],
    [["partial_outage", "degraded_performance"], "partial_outage"],
    [["operational", "major_outage", "partial_outage"], "major_outage"],
  ] as const)("with %j is %s", (statuses, worst) => {
    expect(worstStatus([...statuses])).toBe(worst);
  });
});
