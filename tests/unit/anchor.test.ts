import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorAt, anchorFinder, findAnchor } from "@/lib/domain/anchor";
import { processorTime } from "../support/processor-time";

const TEXT = `## Summary

Payments failed for 55 minutes because the connection pool was too small for the new library.
Customers saw an error page and could not pay.

## Root cause

The new library opens three connections for each request, where the old one opened a single one.
The pool was never made larger, and no test under load had shown that it would be too small.`;

function anchorOf(quote: string, text = TEXT) {
  const from = text.indexOf(quote);
  return anchorAt(text, { from, to: from + quote.length });
}

function found(text: string, quote: string, original = TEXT) {
  const range = findAnchor(text, anchorOf(quote, original));
  return range && text.slice(range.from, range.to);
}

describe("anchorAt", () => {
  test("keeps up to twelve words around the quote", () => {
    expect(anchorAt("one two three", { from: 4, to: 7 })).toEqual({
      quote: "two",
      prefix: "one ",
      suffix: " three",
    });
    const { prefix, suffix } = anchorOf("The pool was never made larger");
    expect(prefix.match(/\w+/g)).toHaveLength(12);
    expect(suffix.match(/\w+/g)).toHaveLength(12);
    expect(anchorAt("alone", { from: 0, to: 5 })).toMatchObject({ prefix: "", suffix: "" });
  });
});

describe("findAnchor", () => {
  test("finds words where they stood", () => {
    expect(found(TEXT, "the connection pool was too small")).toBe(
      "the connection pool was too small",
    );
  });

  test("finds them after edits before and behind", () => {
    const edited = `# Report\n\nWritten on Monday.\n\n${TEXT.replace("Customers saw", "Many people saw")}\nThe end.`;
    expect(found(edited, "the connection pool was too small")).toBe(
      "the connection pool was too small",
    );
  });

  test("finds them after a word of theirs was changed, taken out or added", () => {
    const quote = "The new library opens three connections for each request";
    expect(found(TEXT.replace("three connections", "3 connections"), quote)).toBe(
      "The new library opens 3 connections for each request",
    );
    expect(found(TEXT.replace("opens three connections", "opens connections"), quote)).toBe(
      "The new library opens connections for each request",
    );
    expect(found(TEXT.replace("three connections", "three new connections"), quote)).toBe(
      "The new library opens three new connections for each request",
    );
  });

  test("finds a short quote of which half has changed by the words around it", () => {
    expect(found(TEXT.replace("an error page", "an empty page"), "error page")).toBe("empty page");
  });

  test("tells one place from another with the same words", () => {
    const anchor = anchorOf("too small", TEXT.slice(TEXT.indexOf("## Root")));
    const range = findAnchor(TEXT, anchor);
    expect(range?.from).toBe(TEXT.lastIndexOf("too small"));
  });

  test("says so when the words are gone", () => {
    const gone = TEXT.replace("Customers saw an error page and could not pay.", "");
    expect(found(gone, "Customers saw an error page")).toBeUndefined();
    expect(found("", "too small")).toBeUndefined();
    expect(found("Another text altogether.", "three connections for each request")).toBeUndefined();
  });

  test("does not take a few words elsewhere for those that are gone", () => {
    const gone = TEXT.replace("for 55 minutes because the connection pool was", "");
    expect(found(gone.replace("Payments failed", "A"), "the", TEXT)).toBeUndefined();
  });

  test("finds nothing for a remark on the whole text", () => {
    expect(findAnchor(TEXT, { quote: "", prefix: "", suffix: "" })).toBeUndefined();
    expect(findAnchor(TEXT, { quote: "…", prefix: "", suffix: "" })).toBeUndefined();
  });

  test("finds a quote that came without the words around it", () => {
    expect(findAnchor(TEXT, { quote: "could not pay", prefix: "", suffix: "" })?.from).toBe(
      TEXT.indexOf("could not pay"),
    );
    expect(findAnchor(TEXT, { quote: "could never sing", prefix: "", suffix: "" })).toBeUndefined();
  });

  test("finds words of the laid-out text in its Markdown", () => {
    const markdown = "The **connection** pool, see [the graph](/graph), was _too_ small.";
    const range = findAnchor(markdown, { quote: "connection pool", prefix: "The", suffix: "see" });
    expect(range && markdown.slice(range.from, range.to)).toBe("connection** pool");
  });

  test("finds many anchors in a long text in a moment", () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `word${index % 5000}`);
    const finder = anchorFinder(words.join(" "));
    const spent = processorTime(() => {
      for (let index = 0; index < 50; index += 1) {
        const quote = words.slice(index * 90, index * 90 + 20).join(" ");
        expect(finder({ quote: `${quote} changed`, prefix: "", suffix: "" })).toBeDefined();
      }
    });
    expect(spent).toBeLessThan(3000);
  });
});

describe("an anchor", () => {
  const words = fc.array(
    fc.integer({ min: 0, max: 10_000 }).map((n) => `w${n}`),
    {
      minLength: 30,
      maxLength: 80,
    },
  );

  test("survives whatever is written before and behind", () => {
    fc.assert(
      fc.property(
        words,
        words,
        words,
        fc.nat(20),
        fc.nat(8),
        (text, before, behind, at, length) => {
          const original = text.join(" ");
          const quote = text.slice(at, at + length + 4).join(" ");
          const from = text.slice(0, at).join(" ").length + (at > 0 ? 1 : 0);
          const anchor = anchorAt(original, { from, to: from + quote.length });
          const edited = [...before, "—", original, ".", ...behind].join(" ");
          const range = findAnchor(edited, anchor);
          expect(range && edited.slice(range.from, range.to)).toBe(quote);
        },
      ),
    );
  });

  test("survives a word of five that was changed within", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(10_000), { minLength: 60, maxLength: 60 }),
        fc.nat(4),
        (numbers, changed) => {
          const text = numbers.map((n) => `w${n}`);
          const original = text.join(" ");
          const quote = text.slice(20, 25).join(" ");
          const from = original.indexOf(` ${quote} `) + 1;
          const anchor = anchorAt(original, { from, to: from + quote.length });
          const edited = text.with(20 + changed, "other").join(" ");
          const range = findAnchor(edited, anchor);
          const overlap = range && edited.slice(range.from, range.to).split(" ");
          expect(overlap?.length).toBeGreaterThanOrEqual(3);
          expect(
            text.slice(20, 25).filter((word) => overlap?.includes(word)).length,
          ).toBeGreaterThanOrEqual(3);
        },
      ),
    );
  });
});
