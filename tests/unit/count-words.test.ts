import { describe, expect, test } from "vitest";
import { countWords } from "@/components/incidents/list/count-words";

describe("countWords", () => {
  test.each([
    [{ total: 3, drills: 1, isCapped: false }, { view: "open" }, "2 open incidents, 1 drill"],
    [{ total: 1, drills: 0, isCapped: false }, { view: "resolved" }, "1 resolved incident"],
    [{ total: 2, drills: 2, isCapped: false }, { view: "all" }, "0 incidents, 2 drills"],
    [{ total: 2, drills: 2, isCapped: false }, { view: "open", drill: "only" }, "2 open drills"],
    [{ total: 10_000, drills: 9, isCapped: true }, { view: "all" }, "10,000+ incidents"],
    [
      { total: 10_000, drills: 9, isCapped: true },
      { view: "all", drill: "only" },
      "10,000+ drills",
    ],
  ] as const)("says of %j in %j: %s", (count, filters, words) => {
    expect(countWords(count, { ...filters, page: 1 })).toBe(words);
  });
});
