import { describe, expect, test } from "vitest";
import { pastDays } from "@/lib/domain/past-days";

const NOW = Date.UTC(2026, 2, 3, 12);
const day = (date: number, hour = 0) => Date.UTC(2026, 2, date, hour);
const inUtc = (at: number) => new Date(at).toISOString().slice(0, 10);
const tenHoursAhead = (at: number) => inUtc(at + 10 * 3_600_000);
const utc = (count: number) => ({ now: NOW, count, dayOf: inUtc });

describe("pastDays", () => {
  test("begins with today and goes back day by day over the end of a month", () => {
    expect(pastDays([], utc(4))).toEqual([
      { day: "2026-03-03", incidents: [] },
      { day: "2026-03-02", incidents: [] },
      { day: "2026-03-01", incidents: [] },
      { day: "2026-02-28", incidents: [] },
    ]);
  });

  test("shows an incident on each day that it touched, with that day's updates", () => {
    const late = { at: day(2, 1) };
    const early = { at: day(1, 23) };
    const incident = { startedAt: day(1, 23), resolvedAt: day(2, 1), updates: [late, early] };

    expect(pastDays([incident], utc(3)).map(({ incidents }) => incidents)).toEqual([
      [],
      [{ ...incident, updates: [late] }],
      [{ ...incident, updates: [early] }],
    ]);
  });

  test("has the days of the calendar that it is given", () => {
    const incident = { startedAt: day(1, 23), resolvedAt: day(2, 1), updates: [{ at: day(2, 1) }] };
    const days = pastDays([incident], { now: NOW, count: 3, dayOf: tenHoursAhead });
    expect(days.map(({ day: name, incidents }) => [name, incidents.length])).toEqual([
      ["2026-03-03", 0],
      ["2026-03-02", 1],
      ["2026-03-01", 0],
    ]);
  });

  test("carries an unresolved incident up to today, also into days without an update", () => {
    const incident = { startedAt: day(1), resolvedAt: null, updates: [{ at: day(1) }] };
    expect(pastDays([incident], utc(3)).map(({ incidents }) => incidents.length)).toEqual([
      1, 1, 1,
    ]);
  });

  test("shows a word that came days after the resolution on its own day", () => {
    const report = { at: day(3, 9) };
    const incident = { startedAt: day(1), resolvedAt: day(1, 2), updates: [report] };
    expect(pastDays([incident], utc(3)).map(({ incidents }) => incidents.length)).toEqual([
      1, 0, 1,
    ]);
  });

  test("leaves out what is long over", () => {
    const long = Date.UTC(2025, 0, 1);
    const incident = { startedAt: long, resolvedAt: long, updates: [{ at: long }] };
    expect(pastDays([incident], utc(15)).flatMap(({ incidents }) => incidents)).toEqual([]);
  });
});
