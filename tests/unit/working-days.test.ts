import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCalendarDay } from "@/lib/domain/time";
import {
  addDays,
  addWorkingDays,
  dayIn,
  daysBetween,
  isWorkingDay,
  weekdayOf,
  workingDaysUntil,
} from "@/lib/domain/working-days";

const OFFICE = [1, 2, 3, 4, 5];

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((number) => addDays("1990-01-01", number));
const anyWeek = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });

describe("dayIn", () => {
  test.each([
    ["Pacific/Kiritimati", "2026-05-01T09:59:59Z", "2026-05-01"],
    ["Pacific/Kiritimati", "2026-05-01T10:00:00Z", "2026-05-02"],
    ["Pacific/Pago_Pago", "2026-05-01T10:59:59Z", "2026-04-30"],
    ["Pacific/Pago_Pago", "2026-05-01T11:00:00Z", "2026-05-01"],
    ["Asia/Kathmandu", "2026-05-01T18:14:59Z", "2026-05-01"],
    ["Asia/Kathmandu", "2026-05-01T18:15:00Z", "2026-05-02"],
    ["UTC", "2026-12-31T23:59:59Z", "2026-12-31"],
    ["UTC", "2027-01-01T00:00:00Z", "2027-01-01"],
  ])("in %s at %s is %s", (zone, at, day) => {
    expect(dayIn(zone, Date.parse(at))).toBe(day);
  });

  test.each([
    ["Europe/Berlin", "2026-03-28T22:59:59Z", "2026-03-28"],
    ["Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29"],
    ["Europe/Berlin", "2026-03-29T21:59:59Z", "2026-03-29"],
    ["Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30"],
    ["Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25"],
    ["Europe/Berlin", "2026-10-25T23:00:00Z", "2026-10-26"],
    ["America/New_York", "2026-03-08T04:59:59Z", "2026-03-07"],
    ["America/New_York", "2026-03-08T05:00:00Z", "2026-03-08"],
    ["America/New_York", "2026-03-09T03:59:59Z", "2026-03-08"],
    ["America/New_York", "2026-11-02T04:59:59Z", "2026-11-01"],
    ["America/New_York", "2026-11-02T05:00:00Z", "2026-11-02"],
  ])("in %s follows the clocks that change, at %s to %s", (zone, at, day) => {
    expect(dayIn(zone, Date.parse(at))).toBe(day);
  });

  test("knows the leap day", () => {
    expect(dayIn("America/Los_Angeles", Date.parse("2028-03-01T07:59:59Z"))).toBe("2028-02-29");
    expect(dayIn("Asia/Tokyo", Date.parse("2028-02-28T15:00:00Z"))).toBe("2028-02-29");
  });

  test("refuses a zone that there is not", () => {
    expect(() => dayIn("Mars/Olympus", 0)).toThrow(RangeError);
  });

  test("never goes back, and never skips a day, over the changes of the clocks", () => {
    const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }),
        (zone, at) => {
          const step = daysBetween(dayIn(zone, at), dayIn(zone, at + 25 * 3_600_000));
          expect([1, 2]).toContain(step);
          expect([0, 1]).toContain(daysBetween(dayIn(zone, at), dayIn(zone, at + 3_600_000)));
        },
      ),
    );
  });
});

describe("daysBetween", () => {
  test("counts calendar days, over months and leap days", () => {
    expect(daysBetween("2024-01-22", "2024-01-22")).toBe(0);
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2025-03-01", "2025-02-28")).toBe(-1);
    expect(daysBetween("2025-12-31", "2026-12-31")).toBe(365);
  });

  test("has no answer for what is no day of the calendar", () => {
    expect(daysBetween("2024-01-22", "next week")).toBeUndefined();
    expect(daysBetween("2024-02-30", "2024-03-01")).toBeUndefined();
  });
});

describe("addDays", () => {
  test.each([
    ["2028-02-28", 1, "2028-02-29"],
    ["2028-02-29", 1, "2028-03-01"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-03-01", -1, "2026-02-28"],
  ])("takes %s and %i to %s", (day, count, result) => {
    expect(addDays(day, count)).toBe(result);
  });

  test("refuses what is no day", () => {
    expect(() => addDays("soon", 1)).toThrow("“soon” is no day of the calendar.");
  });
});

describe("weekdayOf", () => {
  test.each([
    ["1970-01-01", 4],
    ["2026-05-01", 5],
    ["2028-02-29", 2],
    ["1969-12-28", 7],
    ["1969-12-29", 1],
  ])("of %s is %i", (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });
});

describe("isWorkingDay", () => {
  test("follows the team's week", () => {
    expect(isWorkingDay("2026-05-01", OFFICE)).toBe(true);
    expect(isWorkingDay("2026-05-01", [7, 1, 2, 3, 4])).toBe(false);
    expect(isWorkingDay("2026-05-03", [7, 1, 2, 3, 4])).toBe(true);
  });

  test("holds on every day where a team has none", () => {
    expect(isWorkingDay("2026-05-02", [])).toBe(true);
  });
});

describe("addWorkingDays", () => {
  test.each([
    ["2026-05-01", 0, "2026-05-01"], // a Friday
    ["2026-05-02", 0, "2026-05-04"],
    ["2026-05-01", 1, "2026-05-04"],
    ["2026-05-02", 1, "2026-05-04"],
    ["2026-05-03", 2, "2026-05-05"],
    ["2026-05-01", 5, "2026-05-08"],
    ["2026-05-01", 20, "2026-05-29"],
    ["2028-02-25", 2, "2028-02-29"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-12-31", 40, "2027-02-25"],
  ])("takes %s and %i to %s", (day, count, result) => {
    expect(addWorkingDays(day, count, OFFICE)).toBe(result);
  });

  test("follows another week", () => {
    expect(addWorkingDays("2026-04-30", 1, [7, 1, 2, 3, 4])).toBe("2026-05-03");
    expect(addWorkingDays("2026-05-01", 3, [6])).toBe("2026-05-16");
  });

  test("ends on the n-th working day after it, whatever the week", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), anyWeek, (day, count, week) => {
        const end = addWorkingDays(day, count, week);
        expect(isCalendarDay(end)).toBe(true);
        expect(week).toContain(weekdayOf(end));
        expect(workingDaysUntil(day, end, week)).toBe(count);
      }),
    );
  });
});

describe("workingDaysUntil", () => {
  test.each([
    ["2026-05-01", "2026-05-01", 0],
    ["2026-05-01", "2026-05-03", 0],
    ["2026-05-01", "2026-05-04", 1],
    ["2026-05-01", "2026-05-11", 6],
    ["2026-05-04", "2026-05-01", 0],
    ["2026-01-01", "9999-12-31", 2_080_316],
  ])("from %s to %s counts %i", (from, to, count) => {
    expect(workingDaysUntil(from, to, OFFICE)).toBe(count);
  });

  test("counts like going day by day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), anyWeek, (from, days, week) => {
        const between = Array.from({ length: days }, (_, i) => addDays(from, i + 1));
        const worked = between.filter((day) => week.includes(weekdayOf(day)));
        expect(workingDaysUntil(from, addDays(from, days), week)).toBe(worked.length);
      }),
    );
  });
});
