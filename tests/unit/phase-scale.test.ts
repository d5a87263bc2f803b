import { describe, expect, test } from "vitest";
import {
  drawnSpan,
  joinedSpans,
  placeOf,
  ticksOf,
} from "@/components/incidents/detail/phase-scale";

const minute = 60_000;

describe("drawnSpan", () => {
  test("reaches from the first event to the last end", () => {
    expect(drawnSpan([10, 20], [30], [])).toEqual({ start: 10, end: 30 });
  });

  test("takes in a deployment shortly before", () => {
    expect(drawnSpan([100, 200], [], [50])).toEqual({ start: 50, end: 200 });
  });

  test("leaves out a deployment long before, and one in between", () => {
    expect(drawnSpan([1000, 1100], [], [10, 1050])).toEqual({ start: 1000, end: 1100 });
  });
});

describe("placeOf", () => {
  test("gives percent of the span", () => {
    expect(placeOf(25, { start: 0, end: 200 })).toBe(12.5);
    expect(placeOf(1, { start: 0, end: 3 })).toBe(33.33);
  });

  test("stays within it", () => {
    expect(placeOf(-5, { start: 0, end: 10 })).toBe(0);
    expect(placeOf(15, { start: 0, end: 10 })).toBe(100);
  });

  test("puts everything at the beginning of a span without length", () => {
    expect(placeOf(7, { start: 7, end: 7 })).toBe(0);
  });
});

describe("joinedSpans", () => {
  test("joins neighbours and leaves the others apart", () => {
    expect(
      joinedSpans([
        { start: 0, end: 15 },
        { start: 15, end: 40 },
        { start: 41, end: 60 },
      ]),
    ).toEqual([
      { start: 0, end: 40 },
      { start: 41, end: 60 },
    ]);
  });
});

describe("ticksOf", () => {
  test("chooses round moments", () => {
    expect(ticksOf({ start: 2 * minute, end: 150 * minute })).toEqual([
      30 * minute,
      60 * minute,
      90 * minute,
      120 * minute,
      150 * minute,
    ]);
  });

  test("chooses days for a month", () => {
    const day = 24 * 60 * minute;
    expect(ticksOf({ start: 0, end: 30 * day }).map((at) => at / day)).toEqual([
      0, 6, 12, 18, 24, 30,
    ]);
  });
});
