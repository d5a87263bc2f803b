import { describe, expect, test } from "vitest";
import { isCalendarDay, minutesBetween, parseTime, toUtc } from "@/lib/domain/time";

describe("parseTime", () => {
  test.each([
    ["2024-01-15T14:15:00Z", "2024-01-15T14:15:00Z"],
    ["2024-01-15T14:15:00", "2024-01-15T14:15:00Z"],
    ["2024-01-15T14:15Z", "2024-01-15T14:15:00Z"],
    ["2024-01-15 14:15:00.250+02:00", "2024-01-15T12:15:00.250Z"],
    ["2024-01-15T14:15:00-0530", "2024-01-15T19:45:00Z"],
    ["2024-01-15T23:30:00-02", "2024-01-16T01:30:00Z"],
    ["2024-02-29T00:00:00z", "2024-02-29T00:00:00Z"],
  ])("reads %s as %s", (text, utc) => {
    const ms = parseTime(text);
    expect(ms === undefined ? ms : toUtc(ms)).toBe(utc);
  });

  test.each([
    "yesterday",
    "2024-01-15",
    "2024-02-30T00:00:00Z",
    "2023-02-29T00:00:00Z",
    "2024-13-01T00:00:00Z",
    "2024-01-15T24:00:00Z",
    "2024-01-15T14:60:00Z",
    "2024-01-15T14:15:60Z",
    "2024-01-15T14:15:00+24:00",
    "Jan 15 2024",
    "",
  ])("refuses %j", (text) => {
    expect(parseTime(text)).toBeUndefined();
  });

  test("keeps what is finer than a millisecond", () => {
    const [earlier = 0, later = 0] = ["00.0001Z", "00.0002Z"].map((s) =>
      parseTime(`2024-01-15T14:15:${s}`),
    );
    expect(later).toBeGreaterThan(earlier);
  });
});

describe("minutesBetween", () => {
  test("rounds to one decimal", () => {
    expect(minutesBetween(0, 99_000)).toBe(1.7);
  });
});

describe("isCalendarDay", () => {
  test("tells days from other texts", () => {
    expect(["2024-02-29", "2023-02-29", "2024-1-1", "soon"].map(isCalendarDay)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
