import { describe, expect, test } from "vitest";
import { isWalkKey, markBeyond, markNear } from "@/components/incidents/drawing/walk";
import { makeLane, makeMark } from "../support/make-drawing";

const [early, middle, late] = [makeMark("a", 10), makeMark("b", 20), makeMark("c", 60)];
const [first, second] = [makeMark("d", 5), makeMark("e", 58)];
const lanes = [makeLane("events", [early, middle, late]), makeLane("external", [first, second])];

describe("markBeyond", () => {
  test("leads along the lane in time", () => {
    expect(markBeyond(lanes, middle, "ArrowLeft")).toBe(early);
    expect(markBeyond(lanes, middle, "ArrowRight")).toBe(late);
  });

  test("leads to the ends of the lane", () => {
    expect(markBeyond(lanes, middle, "Home")).toBe(early);
    expect(markBeyond(lanes, middle, "End")).toBe(late);
  });

  test("leads to the nearest in time of the next lane and of the one before", () => {
    expect(markBeyond(lanes, middle, "ArrowDown")).toBe(first);
    expect(markBeyond(lanes, late, "ArrowDown")).toBe(second);
    expect(markBeyond(lanes, second, "ArrowUp")).toBe(late);
  });

  test("stays at the edges", () => {
    expect(markBeyond(lanes, early, "ArrowLeft")).toBeUndefined();
    expect(markBeyond(lanes, late, "ArrowRight")).toBeUndefined();
    expect(markBeyond(lanes, early, "ArrowUp")).toBeUndefined();
    expect(markBeyond(lanes, first, "ArrowDown")).toBeUndefined();
  });

  test("knows no other keys, and no other marks", () => {
    expect(markBeyond(lanes, middle, "x")).toBeUndefined();
    expect(markBeyond(lanes, makeMark("z", 1), "Home")).toBeUndefined();
    expect(["Home", "Enter", "x"].map(isWalkKey)).toEqual([true, false, false]);
  });
});

describe("markNear", () => {
  const bar = makeMark("bar", 0, { width: 50 });

  test("finds the nearest within reach", () => {
    expect(markNear([early, middle, late], 17, 4)).toBe(middle);
    expect(markNear([early, middle, late], 40, 4)).toBeUndefined();
  });

  test("prefers a moment to the length that it lies in, where it is near", () => {
    expect(markNear([bar, early], 11, 4)).toBe(early);
    expect(markNear([bar, early], 30, 4)).toBe(bar);
    expect(markNear([bar, early], 13.5, 4)).toBe(bar);
  });

  test("finds a length from just beside it", () => {
    expect(markNear([bar], 52, 4)).toBe(bar);
  });
});
