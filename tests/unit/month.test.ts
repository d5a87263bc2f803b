import { describe, expect, test } from "vitest";
import { formatMonth, isMonth } from "@/lib/domain/month";

describe("isMonth", () => {
  test("knows the months of the calendar", () => {
    expect(isMonth("2024-01")).toBe(true);
    expect(["2024-13", "2024-00", "2024-1", "24-01", "2024-01-01", ""].some(isMonth)).toBe(false);
  });
});

describe("formatMonth", () => {
  test("says the month in words", () => {
    expect(formatMonth("2024-12")).toBe("December 2024");
  });
});
