import { describe, expect, test } from "vitest";
import { matchOf, parseSearch, placeOf, searchPath, segmentsOf } from "@/lib/domain/search";

describe("matchOf", () => {
  test.each([
    ["gateway", '"gateway" *'],
    ["connection pool", '"connection" "pool" *'],
    ["INC-2024-0142", '"INC-2024-0142" *'],
    ["naïve", '"naïve" *'],
    ["障", '"障" *'],
  ])("asks for each word of %j, the last one perhaps only begun", (text, begun) => {
    expect(matchOf(text)).toEqual({ whole: begun.slice(0, -2), begun });
  });

  test.each([
    ['"connection pool"', '"connection pool"'],
    ['slow "connection pool"', '"slow" "connection pool"'],
    ["plan b", '"plan" "b"'],
    ["plan 9-", '"plan" "9-"'],
  ])("takes the words of %j as they are", (text, whole) => {
    expect(matchOf(text)).toEqual({ whole, begun: whole });
  });

  test("takes a quote that is still open as a phrase that goes on", () => {
    expect(matchOf('"connection po')?.begun).toBe('"connection po" *');
  });

  test.each(["a AND b", "a NOT b", "NEAR(a b)", "title:a", "a*", "^a", "-a", "{a} : b", "a + b"])(
    "finds words and no syntax in %j",
    (text) => {
      expect(matchOf(text)?.whole).toMatch(/^("[^"]+" ?)+$/);
    },
  );

  test.each(["", "   ", '"', '""', "-- ()", "\u0000", "🔥"])("finds no word in %j", (text) => {
    expect(matchOf(text)).toBeUndefined();
  });

  test("reads the beginning of a text that is longer than any question", () => {
    const match = matchOf("word ".repeat(2000));
    expect(match?.whole.split(" ")).toHaveLength(16);
    expect(matchOf("a".repeat(10_000))?.whole.length).toBeLessThan(400);
  });

  test("drops characters that no text shows", () => {
    expect(matchOf("one\u0000two\ud800")?.whole).toBe('"one" "two"');
  });
});

describe("segmentsOf", () => {
  test("takes an excerpt apart at its marks", () => {
    expect(segmentsOf("the \u0002queue\u0003 fell \u0002behind\u0003")).toEqual([
      { text: "the ", isMatch: false },
      { text: "queue", isMatch: true },
      { text: " fell ", isMatch: false },
      { text: "behind", isMatch: true },
    ]);
  });

  test("shows marks that stand alone as nothing", () => {
    expect(segmentsOf("a\u0003b\u0002c")).toEqual([{ text: "abc", isMatch: false }]);
  });
});

describe("parseSearch", () => {
  test("reads words, kind and page", () => {
    expect(parseSearch({ q: " pool ", kind: "event", page: "2" })).toEqual({
      text: "pool",
      kind: "event",
      page: 2,
    });
  });

  test.each([{}, { q: "", kind: "people", page: "0" }, { page: "1e9" }, { q: [] }])(
    "falls back where the address makes no sense: %j",
    (params) => {
      expect(parseSearch(params)).toEqual({ text: "", kind: undefined, page: 1 });
    },
  );
});

describe("searchPath", () => {
  test("leads back to the same search", () => {
    expect(searchPath({ text: "a & b", page: 1 })).toBe("/search?q=a+%26+b");
    expect(searchPath({ text: "a", kind: "action", page: 3 })).toBe(
      "/search?q=a&kind=action&page=3",
    );
  });
});

describe("placeOf", () => {
  test.each([
    ["incident", "/incidents/INC-1"],
    ["event", "/incidents/INC-1?event=9#e-9"],
    ["communication", "/incidents/INC-1#c-9"],
    ["postmortem", "/incidents/INC-1/postmortem"],
    ["action", "/actions/AI-9"],
  ] as const)("leads to the %s itself", (kind, place) => {
    expect(placeOf(kind, "INC-1", 9)).toBe(place);
  });
});
