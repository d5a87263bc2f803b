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
    expect(rollUp(components(words), [])).toEqual({ indicator, description });
  });

  test.each([
    [["minor"], "minor", "Minor Service Outage"],
    [["minor", "major"], "major", "Partial System Outage"],
    [["critical", "none"], "critical", "Major System Outage"],
    [["maintenance"], "maintenance", "Service Under Maintenance"],
    [["none"], "none", "All Systems Operational"],
  ] as const)(
    "is as bad as the worst of %j that goes on while everything works",
    (impacts, indicator, description) => {
      const active = impacts.map((impact) => ({ impact }));
      expect(rollUp(components("ok ok"), active)).toEqual({ indicator, description });
    },
  );
});
