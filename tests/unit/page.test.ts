import { describe, expect, test } from "vitest";
import { pageOf } from "@/lib/domain/page";

describe("pageOf", () => {
  const letters = ["a", "b", "c", "d", "e"];

  test("cuts a list into pages, the last one shorter", () => {
    expect(pageOf(letters, 1, 2)).toEqual({ shown: ["a", "b"], page: 1, pages: 3 });
    expect(pageOf(letters, 3, 2)).toEqual({ shown: ["e"], page: 3, pages: 3 });
  });

  test("gives the nearest page for one that is not there", () => {
    expect(pageOf(letters, 0, 2).page).toBe(1);
    expect(pageOf(letters, 99, 2)).toEqual({ shown: ["e"], page: 3, pages: 3 });
  });

  test("is one empty page for an empty list", () => {
    expect(pageOf([], 1, 2)).toEqual({ shown: [], page: 1, pages: 1 });
  });
});
