import { describe, expect, test } from "vitest";
import { median } from "@/lib/domain/median";

describe("median", () => {
  test("is the middle one, however they are ordered", () => {
    expect(median([9, 1, 4])).toBe(4);
    expect(median([10, 9, 2])).toBe(9);
  });

  test("is half way between the two in the middle of an even count", () => {
    expect(median([1, 10, 4, 2])).toBe(3);
  });

  test("has no answer for none", () => {
    expect(median([])).toBeUndefined();
  });
});
