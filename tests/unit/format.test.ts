import { describe, expect, test } from "vitest";
import {
  formatAge,
  formatDate,
  formatDateTime,
  formatDay,
  formatMinutes,
  formatTime,
  humanize,
} from "@/lib/format";

const at = Date.UTC(2024, 0, 15, 14, 15);
const minutes = (n: number) => n * 60_000;

describe("formatMinutes", () => {
  test.each([
    [0, "0 min"],
    [0.5, "30 s"],
    [5, "5 min"],
    [5.5, "5.5 min"],
    [60, "1 h"],
    [142, "2 h 22 min"],
    [119.6, "2 h"],
    [1440, "24 h"],
    [2880, "2 d"],
    [4560, "3 d 4 h"],
  ])("writes %d as %s", (length, text) => {
    expect(formatMinutes(length)).toBe(text);
  });
});

describe("a moment", () => {
  test("is written in UTC, with the zone where the date is", () => {
    expect(formatDateTime(at)).toBe("15 Jan 2024, 14:15 UTC");
  });

  test("is written as a time of day with two digits each", () => {
    expect(formatTime(Date.UTC(2024, 0, 15, 4, 5))).toBe("04:05");
  });

  test("is written as a day with its weekday", () => {
    expect(formatDay(at)).toBe("Mon 15 Jan 2024");
  });
});

describe("formatDate", () => {
  test("reads a calendar day without a time zone", () => {
    expect(formatDate("2024-01-22")).toBe("22 Jan 2024");
  });

  test.each(["soon", "2024-13-01", ""])("leaves %j as it is", (text) => {
    expect(formatDate(text)).toBe(text);
  });
});

describe("formatAge", () => {
  test.each([
    [0, "just now"],
    [59_000, "just now"],
    [minutes(12), "12 min ago"],
    [minutes(60 * 3 + 59), "3 h ago"],
    [minutes(60 * 24), "15 Jan 2024"],
    [-minutes(12), "in 12 min"],
  ])("says after %d ms: %s", (passed, text) => {
    expect(formatAge(at, at + passed)).toBe(text);
  });
});

describe("humanize", () => {
  test("turns a stored word into one for people", () => {
    expect(humanize("in_progress")).toBe("In progress");
  });
});
