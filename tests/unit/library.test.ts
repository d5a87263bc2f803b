import { describe, expect, test } from "vitest";
import { isLibraryNarrowed, libraryQuery, parseLibraryFilters } from "@/lib/domain/library";

describe("parseLibraryFilters", () => {
  test("reads every filter", () => {
    const asked = {
      view: "required",
      severity: "SEV2",
      service: "payments",
      author: "Grace",
      text: "pool",
      sort: "changed",
    } as const;
    expect(parseLibraryFilters({ ...asked, text: [" pool ", "x"], page: "2" })).toEqual({
      ...asked,
      page: 2,
    });
  });

  test("takes what makes no sense for not asked", () => {
    const none = { view: "all", page: 1 };
    expect(parseLibraryFilters({})).toEqual(none);
    expect(
      parseLibraryFilters({ view: "x", severity: "SEV9", sort: "y", text: " ", page: "-1" }),
    ).toEqual(none);
    expect(parseLibraryFilters({ page: "1e9" })).toEqual(none);
  });
});

describe("libraryQuery", () => {
  test("leaves the defaults out", () => {
    expect(libraryQuery({ view: "all", page: 1 })).toBe("");
    expect(libraryQuery({ view: "written", text: "a&b", page: 3 })).toBe(
      "?view=written&text=a%26b&page=3",
    );
    expect(libraryQuery({ view: "all", severity: "SEV1", sort: "newest", page: 1 })).toBe(
      "?severity=SEV1",
    );
    expect(libraryQuery({ view: "all", sort: "severity", page: 1 })).toBe("?sort=severity");
  });
});

describe("isLibraryNarrowed", () => {
  test("is true for a filter, and not for an order", () => {
    expect(isLibraryNarrowed({ view: "all", sort: "changed", page: 2 })).toBe(false);
    expect(isLibraryNarrowed({ view: "draft", page: 1 })).toBe(true);
    expect(isLibraryNarrowed({ view: "all", author: "Grace", page: 1 })).toBe(true);
  });
});
