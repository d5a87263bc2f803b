import { describe, expect, test } from "vitest";
import { breaksOf } from "@/components/incidents/drawing/breaks";
import { placeOf, scaleOf, spanOf } from "@/components/incidents/drawing/scale";
import { ticksOf } from "@/components/incidents/drawing/ticks";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const minutes = (...each: number[]) => each.map((at) => at * minute);

describe("breaksOf", () => {
  test("breaks a silence that outlasts three times all the shorter ones", () => {
    const moments = minutes(0, 5, 20, 40, 3 * 24 * 60);
    expect(breaksOf(moments)).toEqual([{ start: 40 * minute, end: 3 * day }]);
  });

  test("breaks all those that are as long, in the order of time", () => {
    const moments = minutes(0, 10, 20, 2000, 2010, 2020, 3800);
    expect(breaksOf(moments)).toEqual([
      { start: 20 * minute, end: 2000 * minute },
      { start: 2020 * minute, end: 3800 * minute },
    ]);
  });

  test("leaves the sample's silence of an hour as it is", () => {
    expect(breaksOf(minutes(0, 30, 35, 60, 75, 105, 165, 180))).toEqual([]);
  });

  test("leaves silences of less than an hour as they are", () => {
    expect(breaksOf(minutes(0, 1, 2, 3, 59))).toEqual([]);
  });

  test("leaves evenly spread moments as they are", () => {
    expect(breaksOf(minutes(0, 180, 360, 540, 720))).toEqual([]);
    expect(breaksOf(minutes(0, 5, 185, 365, 545))).toEqual([]);
  });

  test("leaves a scale whole that would break more often than 24 times", () => {
    const bursts = Array.from({ length: 30 }, (_, index) => [index * 10_000, index * 10_000 + 1]);
    expect(breaksOf(minutes(...bursts.flat()))).toEqual([]);
  });

  test("finds none where nothing happened, or one thing", () => {
    expect(breaksOf([])).toEqual([]);
    expect(breaksOf([7])).toEqual([]);
  });
});

describe("scaleOf", () => {
  test("reaches from the first moment to the last, whatever their order", () => {
    expect(spanOf(scaleOf([8 * hour, 2 * hour, 4 * hour]))).toEqual({
      start: 2 * hour,
      end: 8 * hour,
    });
  });

  test("reaches over five minutes at least", () => {
    expect(spanOf(scaleOf([hour]))).toEqual({ start: hour, end: hour + 5 * minute });
    expect(spanOf(scaleOf([]))).toEqual({ start: 0, end: 5 * minute });
  });

  test("draws a break small and what is left to scale", () => {
    const scale = scaleOf(minutes(0, 10, 20, 3 * 24 * 60, 3 * 24 * 60 + 10));
    const places = scale.knots.map(({ at }) => placeOf(at, scale));
    expect(places).toEqual([0, 62.67, 68.67, 100]);
  });

  test("draws many breaks smaller", () => {
    const bursts = Array.from({ length: 10 }, (_, day) => [0, 5, 10].map((at) => day * 1440 + at));
    const { knots, breaks } = scaleOf(minutes(...bursts.flat()));
    expect(breaks).toHaveLength(9);
    const [, from, to] = knots;
    expect((to?.x ?? 0) - (from?.x ?? 0)).toBeCloseTo(4);
    expect(knots.at(-1)?.x).toBe(100);
  });
});

describe("placeOf", () => {
  const scale = scaleOf([hour, 2 * hour, 4 * hour]);

  test("gives percent of the width with two decimals", () => {
    expect(placeOf(2.5 * hour, scale)).toBe(50);
    expect(placeOf(2 * hour, scale)).toBe(33.33);
  });

  test("stays within the scale", () => {
    expect(placeOf(0, scale)).toBe(0);
    expect(placeOf(day, scale)).toBe(100);
  });
});

describe("ticksOf", () => {
  const atOf = (moments: number[]) => ticksOf(scaleOf(moments)).map(({ at }) => at);

  test("chooses round moments", () => {
    expect(atOf([2 * minute, 150 * minute])).toEqual(minutes(30, 60, 90, 120, 150));
  });

  test("chooses days for a month", () => {
    expect(atOf([0, 30 * day]).map((at) => at / day)).toEqual([0, 6, 12, 18, 24, 30]);
  });

  test("says where it goes on after a break, and leaves room between what is written", () => {
    const ticks = ticksOf(scaleOf(minutes(0, 10, 20, 4321, 4331)));
    expect(ticks.map(({ at }) => at / minute)).toEqual([0, 10, 4321, 4330]);
    const apart = ticks.map(({ x }, index) => x - (ticks[index - 1]?.x ?? -100));
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(13);
  });
});
