import { describe, expect, test } from "vitest";
import { endWarningsOf } from "@/lib/domain/end-warnings";
import { makeEvents } from "../support/make-timeline";

const mitigated = { events: makeEvents("10:00 detection", "10:30 mitigation") };

describe("endWarningsOf", () => {
  test("has none for an incident that was mitigated and owes nobody an update", () => {
    expect(
      endWarningsOf(mitigated, [
        { kind: "update", state: "kept" },
        { kind: "report", state: "open" },
      ]),
    ).toEqual([]);
  });

  test("counts the promised updates that wait", () => {
    const open = { kind: "update", state: "open" } as const;
    expect(endWarningsOf(mitigated, [open])[0]).toContain("1 promised update is still open");
    expect(endWarningsOf(mitigated, [open, open])[0]).toContain("2 promised updates are still");
  });

  test("misses the mitigation", () => {
    expect(endWarningsOf({}, [])).toEqual([
      "The timeline has no mitigation, so the time to mitigate cannot be measured. Add what stopped the damage.",
    ]);
  });
});
