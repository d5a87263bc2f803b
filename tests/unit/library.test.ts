import { describe, expect, test } from "vitest";
import { libraryQuery, parseLibraryFilters } from "@/lib/domain/library";

describe("parseLibraryFilters", () => {
  test("reads view, text and page", () => {
    expect(parseLibraryFilters({ view: "required", text: [" pool ", "x"], page: "2" })).toEqual({
      view: "required",
      text: "pool",
      page: 2,
    });
  });

  test("takes what makes no sense for not asked", () => {
    const none = { view: "all", text: undefined, page: 1 };
    expect(parseLibraryFilters({})).toEqual(none);
    expect(parseLibraryFilters({ view: "x", text: " ", page: "-1" })).toEqual(none);
    expect(parseLibraryFilters({ page: "1e9" })).toEqual(none);
  });
});

describe("libraryQuery", () => {
  test("leaves the defaults out", () => {
    expect(libraryQuery({ view: "all", page: 1 })).toBe("");
    expect(libraryQuery({ view: "written", text: "a&b", page: 3 })).toBe(
      "?view=written&text=a%26b&page=3",
    );
  });
});
