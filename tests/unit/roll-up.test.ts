import { describe, expect, test } from "vitest";
import type { ComponentStatus } from "@/lib/domain/component";
import { rollUp } from "@/lib/domain/roll-up";

const WORDS: Record<string, ComponentStatus> = {
  ok: "operational",
  slow: "degraded_performance",
  part: "partial_outage",
  down: "major_outage",
  work: "under_maintenance",
};
const components = (words: string) =>
  words.split(" ").flatMap((word) => {
    const status = WORDS[word];
    return status ? [{ status }] : [];
  });

describe("rollUp", () => {
  test.each([
    ["down down", "critical", "Major System Outage"],
    ["down ok", "major", "Partial System Outage"],
    ["down part slow", "major", "Partial System Outage"],
    ["part part", "major", "Partial System Outage"],
    ["part ok", "minor", "Minor Service Outage"],
    ["part slow", "minor", "Minor Service Outage"],
    ["slow slow", "minor", "Degraded System Service"],
    ["slow ok", "minor", "Partially Degraded Service"],
    ["slow work", "minor", "Partially Degraded Service"],
    ["work ok", "maintenance", "Service Under Maintenance"],
    ["work work", "maintenance", "Service Under Maintenance"],
    ["ok ok", "none", "All Systems Operational"],
    ["", "none", "All Systems Operational"],
  ])("of %j is %s", (words, indicator, description) => {
    expect(rollUp(components(words), 0)).toEqual({ indicator, description });
  });

  test("is minor while an incident goes on and everything works", () => {
    expect(rollUp(components("ok ok"), 1)).toEqual({
      indicator: "minor",
      description: "Minor Service Outage",
    });
  });
});
