import { describe, expect, test } from "vitest";
import { interleave, mergeProblem, type Mergeable } from "@/lib/domain/merging";

const incident = (id: number, overrides: Partial<Mergeable> = {}): Mergeable => ({
  id,
  key: `INC-${id}`,
  isPrivate: false,
  isDrill: false,
  mergedIntoId: null,
  duplicates: [],
  isFollowed: false,
  ...overrides,
});

describe("mergeProblem", () => {
  test("finds none between two plain incidents, also where others were merged into the second", () => {
    expect(mergeProblem(incident(1), incident(2))).toBeUndefined();
    expect(mergeProblem(incident(1), incident(2, { duplicates: ["INC-3"] }))).toBeUndefined();
    const secret = { isPrivate: true };
    expect(mergeProblem(incident(1, secret), incident(2, secret))).toBeUndefined();
    const drill = { isDrill: true };
    expect(mergeProblem(incident(1, drill), incident(2, drill))).toBeUndefined();
  });

  test("keeps an incident from being its own duplicate", () => {
    expect(mergeProblem(incident(1), incident(1))).toBe("INC-1 cannot be a duplicate of itself.");
  });

  test("lets a merge be turned around only after it is undone", () => {
    const merged = incident(2, { mergedIntoId: 1, mergedInto: "INC-1" });
    expect(mergeProblem(incident(1, { duplicates: ["INC-2"] }), merged)).toBe(
      "INC-2 was merged into INC-1 already. To turn it around, undo that merge first.",
    );
  });

  test("merges nothing twice", () => {
    const merged = incident(1, { mergedIntoId: 3, mergedInto: "INC-3" });
    expect(mergeProblem(merged, incident(2))).toBe(
      "INC-1 was merged into INC-3 already. Undo that merge first.",
    );
    expect(mergeProblem({ ...merged, mergedInto: undefined }, incident(2))).toContain(
      "into another incident already",
    );
  });

  test("offers the target of a target, as far as one may know of it", () => {
    const merged = incident(2, { mergedIntoId: 3, mergedInto: "INC-3" });
    expect(mergeProblem(incident(1), merged)).toBe(
      "INC-2 was itself merged into INC-3. Merge INC-1 into INC-3 instead.",
    );
    expect(mergeProblem(incident(1), { ...merged, mergedInto: undefined })).toBe(
      "INC-2 was itself merged into another incident. Nothing can be merged into it.",
    );
  });

  test("makes no chain of what others were merged into", () => {
    expect(mergeProblem(incident(1, { duplicates: ["INC-4"] }), incident(2))).toBe(
      "INC-4 was merged into INC-1. Undo that first, or merge INC-2 into INC-1 instead.",
    );
    expect(mergeProblem(incident(1, { duplicates: ["another incident"] }), incident(2))).toContain(
      "Another incident was merged into INC-1.",
    );
  });

  test("keeps private and open incidents apart, and drills and real ones", () => {
    const private1 = incident(1, { isPrivate: true });
    const words = "INC-1 is private and INC-2 is not, so they cannot be merged. Link them instead.";
    expect(mergeProblem(private1, incident(2))).toBe(words);
    expect(mergeProblem(incident(2), private1)).toBe(words);
    const drill = incident(1, { isDrill: true });
    const drillWords = "INC-1 is a drill and INC-2 is not, so they cannot be merged.";
    expect(mergeProblem(drill, incident(2))).toBe(drillWords);
    expect(mergeProblem(incident(2), drill)).toBe(drillWords);
  });

  test("leaves nobody waiting on the status page", () => {
    expect(mergeProblem(incident(1, { isFollowed: true }), incident(2))).toMatch(
      /^Outsiders follow INC-1 on the status page/,
    );
    expect(mergeProblem(incident(1), incident(2, { isFollowed: true }))).toBeUndefined();
  });
});

describe("interleave", () => {
  const own = (at: number, gapBefore?: number) => ({ at, gapBefore });
  const foreign = (at: number) => ({ at, from: "INC-9", gapBefore: undefined });

  test("sorts by time and puts the incident's own rows first at equal times", () => {
    const rows = interleave([own(1), own(3)], [foreign(1), foreign(2), foreign(4)]);
    expect(rows.map((row) => [row.at, "from" in row])).toEqual([
      [1, false],
      [1, true],
      [2, true],
      [3, false],
      [4, true],
    ]);
  });

  test("takes back a silence that another row fell into, and no other", () => {
    const rows = interleave([own(0), own(20, 20), own(60, 40)], [foreign(30)]);
    expect(rows.map((row) => row.gapBefore)).toEqual([undefined, 20, undefined, undefined]);
  });

  test("leaves a timeline alone into which nothing was merged", () => {
    const rows = [own(2), own(1)];
    expect(interleave(rows, [])).toBe(rows);
  });
});
