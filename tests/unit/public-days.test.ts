import { describe, expect, test } from "vitest";
import { firstPublicDay, publicDays } from "@/lib/domain/public-days";

const NOW = Date.UTC(2026, 2, 3, 12);
const day = (date: number, hour = 0) => Date.UTC(2026, 2, date, hour);

describe("publicDays", () => {
  test("begins with today and goes back day by day over the end of a month", () => {
    expect(publicDays([], NOW, 4)).toEqual([
      { at: day(3), incidents: [] },
      { at: day(2), incidents: [] },
      { at: day(1), incidents: [] },
      { at: Date.UTC(2026, 1, 28), incidents: [] },
    ]);
  });

  test("shows an incident on each day that it touched, with that day's updates", () => {
    const late = { at: day(2, 1) };
    const early = { at: day(1, 23) };
    const incident = { startedAt: day(1, 23), resolvedAt: day(2, 1), updates: [late, early] };

    expect(publicDays([incident], NOW, 3).map(({ incidents }) => incidents)).toEqual([
      [],
      [{ ...incident, updates: [late] }],
      [{ ...incident, updates: [early] }],
    ]);
  });

  test("carries an unresolved incident up to today, also into days without an update", () => {
    const incident = { startedAt: day(1), resolvedAt: undefined, updates: [{ at: day(1) }] };

    expect(publicDays([incident], NOW, 3).map(({ incidents }) => incidents.length)).toEqual([
      1, 1, 1,
    ]);
  });

  test("shows a word that came days after the resolution on its own day", () => {
    const report = { at: day(3, 9) };
    const incident = { startedAt: day(1), resolvedAt: day(1, 2), updates: [report] };

    expect(publicDays([incident], NOW, 3).map(({ incidents }) => incidents.length)).toEqual([
      1, 0, 1,
    ]);
  });
});

describe("firstPublicDay", () => {
  test("is the midnight with which the oldest day begins", () => {
    expect(firstPublicDay(NOW, 3)).toBe(day(1));
  });
});
