import { describe, expect, test } from "vitest";
import { CADENCES } from "@/lib/domain/cadence";
import { SEVERITIES } from "@/lib/domain/incident";

describe("CADENCES", () => {
  test.each([
    ["respondWithin", [5, 15, 30, 120]],
    ["updateEvery", [15, 30, 60, 240]],
    ["escalateAfter", [15, 30, 120, 480]],
    ["statusPage", [true, true, false, false]],
    ["bridge", [true, true, false, false]],
    ["executivesWithin", [15, null, null, null]],
    ["postmortemRequired", [true, true, false, false]],
  ] as const)("says %s for each severity", (rule, values) => {
    expect(SEVERITIES.map((severity) => CADENCES[severity][rule])).toEqual(values);
  });
});
