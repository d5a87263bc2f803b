import { describe, expect, test } from "vitest";
import { CLEARED, isNoChange, sharedChange, tickedItems, tickOf } from "@/lib/domain/bulk";

describe("sharedChange", () => {
  test("leaves what was left empty", () => {
    const change = sharedChange({});
    expect(change).toEqual({ texts: {} });
    expect(isNoChange(change)).toBe(true);
  });

  test("gives what was chosen, and takes away what is to be cleared", () => {
    const change = sharedChange({ owner: CLEARED, team: "3", priority: "P1", type: CLEARED });
    expect(change.texts).toEqual({ owner: "", team: "3", priority: "P1", type: "" });
    expect(isNoChange(change)).toBe(false);
  });

  test("asks for a day, or for none", () => {
    expect(sharedChange({ deadline: "2026-05-01", deadlineReason: "Quarter’s end" })).toMatchObject(
      {
        deadline: { day: "2026-05-01", reason: "Quarter’s end" },
      },
    );
    expect(sharedChange({ noDeadline: true }).deadline).toMatchObject({ day: null });
    expect(sharedChange({ deadlineReason: "No day" }).deadline).toBeUndefined();
    expect(isNoChange(sharedChange({ deadline: "2026-05-01" }))).toBe(false);
  });

  test("asks for a column, with the proof or the reason", () => {
    const words = { evidenceKind: "test", evidence: "It fires", reason: "Why" } as const;
    expect(sharedChange({ status: "done", ...words })).toMatchObject({ status: "done", ...words });
    expect(isNoChange(sharedChange({ status: "done" }))).toBe(false);
    expect(isNoChange(sharedChange(words))).toBe(true);
  });
});

describe("tickedItems", () => {
  test("reads each ticked row with the version that was seen", () => {
    expect(tickedItems({ [tickOf(7)]: "3", [tickOf(12)]: "1", owner: "me" })).toEqual([
      { id: 7, version: 3 },
      { id: 12, version: 1 },
    ]);
  });

  test("takes no other field for a row", () => {
    expect(tickedItems({ "item-0": "1", "item-x": "1", "items-1": "1", "item-1x": "1" })).toEqual(
      [],
    );
  });
});
