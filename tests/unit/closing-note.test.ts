import { describe, expect, test } from "vitest";
import { closingNote } from "@/lib/domain/closing-note";

const nothing = { evidenceKind: null, evidence: null, dropReason: null };

describe("closingNote", () => {
  test("says how an item was proven", () => {
    const proof = { ...nothing, evidence: "Pool test" };
    expect(closingNote({ ...proof, status: "Done", evidenceKind: "figure" })).toBe(
      "Figure: Pool test",
    );
    expect(closingNote({ ...proof, status: "done" })).toBe("Test: Pool test");
  });

  test("says why an item will not be done", () => {
    const dropped = { ...nothing, status: "wont_do", dropReason: "Too dear" };
    expect(closingNote(dropped)).toBe("Too dear");
  });

  test("says nothing of an item that a record closed, or that is open", () => {
    expect(closingNote({ ...nothing, status: "completed" })).toBeNull();
    expect(closingNote({ ...nothing, status: "wont_do" })).toBeNull();
    expect(closingNote({ ...nothing, status: null, dropReason: "Old" })).toBeNull();
  });
});
