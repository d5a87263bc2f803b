import { describe, expect, test } from "vitest";
import { factorName, movedBy, placeOf, renamesBetween } from "@/lib/domain/factors";

describe("factorName", () => {
  test("is the words, whatever the space around and between them", () => {
    expect(factorName("  No\n  canary\tat all ")).toBe("No canary at all");
  });
});

describe("placeOf", () => {
  const factors = ["a", "b", "a"];

  test.each([
    ["where it was seen", { factor: "a", place: 2 }, 2],
    ["where it went", { factor: "b", place: 0 }, 1],
    ["at the first of several", { factor: "a", place: 1 }, 0],
    ["at its words, whatever the space", { factor: " b ", place: 7 }, 1],
    ["nowhere once it is gone", { factor: "c", place: 0 }, undefined],
  ])("finds a factor %s", (_, seen, place) => {
    expect(placeOf(factors, seen)).toBe(place);
  });
});

describe("movedBy", () => {
  const factors = ["a", "b", "c"];

  test("moves a factor a step either way", () => {
    expect(movedBy(factors, 2, -1)).toEqual(["a", "c", "b"]);
    expect(movedBy(factors, 0, 1)).toEqual(["b", "a", "c"]);
  });

  test("leaves the list where there is no step to take", () => {
    expect(movedBy(factors, 0, -1)).toBe(factors);
    expect(movedBy(factors, 2, 1)).toBe(factors);
    expect(movedBy(factors, 9, -1)).toBe(factors);
  });
});

describe("renamesBetween", () => {
  const renames = (before: string[], after: string[]) => [...renamesBetween(before, after)];

  test("pairs what shares half of its words, the most alike first", () => {
    expect(
      renames(
        ["no canary for the database", "no canary for the ORM"],
        ["no canary at all for the ORM", "no canary for databases"],
      ),
    ).toEqual([
      ["no canary for the ORM", "no canary at all for the ORM"],
      ["no canary for the database", "no canary for databases"],
    ]);
  });

  test("takes what stands in both lists for what it was, wherever it stands", () => {
    expect(renames(["a b", "a c"], ["a c", "a b"])).toEqual([]);
    expect(renames(["a b"], ["x", "a  b"])).toEqual([]);
  });

  test("takes a text of other words for another factor", () => {
    expect(renames(["no canary"], ["alerts came late"])).toEqual([]);
    expect(renames(["?"], ["!"])).toEqual([]);
  });

  test("gives the words of a factor to one other only", () => {
    expect(renames(["a b c", "a b d"], ["a b e"])).toEqual([["a b c", "a b e"]]);
    expect(renames(["a b c"], ["a b d", "a b e"])).toEqual([["a b c", "a b d"]]);
  });
});
