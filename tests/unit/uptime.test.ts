import { describe, expect, test } from "vitest";
import {
  knownMonths,
  levelOf,
  outageIn,
  uptimeDays,
  uptimeOfMonth,
  uptimeOver,
  uptimePercent,
} from "@/lib/domain/uptime";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 4, 10, 12);
const MIDNIGHT = Date.UTC(2026, 4, 10);

describe("uptimePercent", () => {
  test.each([
    [0, 0, 100],
    [0, 1, 99.99],
    [1, 0, 99.99],
    [0, 7776, 99.9],
    [25_920, 0, 99.9],
    [0, 90 * 86_400, 0],
    [0, 91 * 86_400, 0],
  ])(
    "of %i s partial and %i s major in 90 days is %f, never rounded up",
    (partial, major, percent) => {
      expect(uptimePercent({ partial, major }, 90 * 86_400)).toBe(percent);
    },
  );

  test("is unknown where no time is known", () => {
    expect(uptimePercent({ partial: 0, major: 0 }, 0)).toBeUndefined();
  });
});

describe("outageIn", () => {
  const states = [
    { status: "major_outage", at: MIDNIGHT - HOUR },
    { status: "partial_outage", at: MIDNIGHT + HOUR },
    { status: "degraded_performance", at: MIDNIGHT + 2 * HOUR },
    { status: "under_maintenance", at: MIDNIGHT + 3 * HOUR },
  ] as const;

  test("counts each kind within the span, and what still goes on up to its end", () => {
    expect(outageIn([...states], MIDNIGHT, MIDNIGHT + 4 * HOUR)).toEqual({
      major: 3600,
      partial: 3600,
      degraded: 3600,
    });
    expect(outageIn([...states.slice(0, 1)], MIDNIGHT, MIDNIGHT + 2 * HOUR).major).toBe(7200);
  });

  test("is nothing outside of the states", () => {
    expect(outageIn([...states], MIDNIGHT - DAY, MIDNIGHT - 2 * HOUR)).toEqual({
      major: 0,
      partial: 0,
      degraded: 0,
    });
  });
});

describe("uptimeDays", () => {
  const states = [
    { status: "partial_outage", at: MIDNIGHT - DAY + HOUR },
    { status: "operational", at: MIDNIGHT - DAY + 2 * HOUR },
  ] as const;
  const days = uptimeDays([...states], { startDate: "2026-05-09", now: NOW, count: 3 });

  test("go from the oldest to today, and know nothing before the first day", () => {
    expect(days.map(({ day }) => day)).toEqual(["2026-05-08", "2026-05-09", "2026-05-10"]);
    expect(days.map(levelOf)).toEqual(["unknown", "partial", "well"]);
  });

  test.each([
    ["major", { major: 1, partial: 1, degraded: 1 }],
    ["degraded", { major: 0, partial: 0, degraded: 1 }],
  ])("show the worst of a day: %s", (level, outage) => {
    expect(levelOf({ day: "2026-05-09", outage })).toBe(level);
  });
});

describe("uptimeOver", () => {
  test("measures today over the time that has passed", () => {
    const states = [{ status: "major_outage", at: MIDNIGHT + 6 * HOUR }] as const;
    const given = { states: [...states], startDate: "2026-05-10" };
    expect(uptimeOver(given, NOW, 90).percent).toBe(50);
  });

  test("knows nothing without a first day", () => {
    expect(uptimeOver({ states: [], startDate: null }, NOW, 90).percent).toBeUndefined();
  });
});

describe("uptimeOfMonth", () => {
  const states = [
    { status: "major_outage", at: Date.UTC(2026, 3, 30, 12) },
    { status: "operational", at: Date.UTC(2026, 4, 1, 12) },
  ] as const;
  const component = { states: [...states], startDate: "2026-04-21" };

  test("has the days of the month, and measures those that are known", () => {
    const { days, percent } = uptimeOfMonth(component, "2026-04", NOW);
    expect(days).toHaveLength(30);
    expect(days.map(levelOf).slice(19, 21)).toEqual(["unknown", "well"]);
    expect(percent).toBe(95);
  });

  test("goes as far as the month has passed", () => {
    const { days, percent } = uptimeOfMonth(component, "2026-05", Date.UTC(2026, 4, 2, 12));
    expect(days.map(levelOf)).toEqual(["major", "well"]);
    expect(percent).toBe(66.66);
    expect(uptimeOfMonth(component, "2026-06", NOW)).toEqual({ days: [], percent: undefined });
  });
});

describe("knownMonths", () => {
  test("go back from this month to the first of any component", () => {
    const components = [{ startDate: "2026-03-31" }, { startDate: "2026-04-01" }];
    expect(knownMonths(components, NOW, 12)).toEqual(["2026-05", "2026-04", "2026-03"]);
    expect(knownMonths(components, NOW, 2)).toEqual(["2026-05", "2026-04"]);
  });

  test("are none where nothing is known", () => {
    expect(knownMonths([{ startDate: null }], NOW, 12)).toEqual([]);
  });
});
