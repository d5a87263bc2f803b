import { describe, expect, test } from "vitest";
import { daysInWords } from "@/components/teams/hours-words";

describe("daysInWords", () => {
  test.each([
    [[1, 2, 3, 4, 5], "Monday to Friday"],
    [[7, 1, 2, 3, 4], "Sunday to Thursday"],
    [[6, 7, 1], "Saturday to Monday"],
    [[1, 2, 3, 4, 5, 6, 7], "Every day"],
    [[5, 1], "Monday, Friday"],
    [[2], "Tuesday"],
    [[1, 2, 4, 5], "Monday, Tuesday, Thursday, Friday"],
  ])("says %j as %s", (days, words) => {
    expect(daysInWords(days)).toBe(words);
  });
});
