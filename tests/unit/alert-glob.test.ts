import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fits } from "@/lib/domain/alerts/glob";

describe("fits", () => {
  test.each([
    ["db-1", "db-1", true],
    ["DB-1", "db-1", true],
    ["db", "db-1", false],
    ["db*", "db-1", true],
    ["*1", "db-1", true],
    ["d*-*1", "db-1", true],
    ["*", "", true],
    ["", "", true],
    ["", "a", false],
    ["a*a", "a", false],
    ["a*b*c", "a-c-b", false],
    ["a*bb*b", "abbb", true],
    ["a*bb*bb", "abbb", false],
    ["d.-1", "db-1", false],
    ["**", "any", true],
  ])("says of %j and %j: %j", (pattern, text, expected) => {
    expect(fits(pattern, text)).toBe(expected);
  });

  test("finds the parts of a pattern wherever its stars stand for something", () => {
    const word = fc.stringMatching(/^[a-c]{0,6}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.array(word, { minLength: 1 }),
        (parts, gaps) => {
          const text = parts.map((part, i) => part + (i < parts.length - 1 ? (gaps[i] ?? "") : ""));
          expect(fits(parts.join("*"), text.join(""))).toBe(true);
        },
      ),
    );
  });

  test("agrees with a regular expression", () => {
    const pattern = fc.stringMatching(/^[ab*]{0,8}$/);
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[ab]{0,10}$/), (wanted, text) => {
        const same = new RegExp(`^${wanted.replaceAll("*", ".*")}$`).test(text);
        expect(fits(wanted, text)).toBe(same);
      }),
    );
  });

  test("is quick with a pattern that is meant to be slow", () => {
    expect(fits("a*".repeat(100) + "b", "a".repeat(100_000))).toBe(false);
  });
});
