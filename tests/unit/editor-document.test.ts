import { describe, expect, test } from "vitest";
import { outlineOfDocument } from "@/components/postmortems/editor/document-outline";
import { quoteOf } from "@/components/postmortems/editor/selected-quote";
import { countWords } from "@/components/postmortems/editor/word-count";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";

/** Where words begin and end in a document. */
function rangeOf(doc: ReturnType<typeof documentOf>, words: string) {
  let from = -1;
  doc.descendants((node, at) => {
    const index = node.text?.indexOf(words) ?? -1;
    if (index >= 0) from = at + index;
  });
  return { from, to: from + words.length };
}

describe("outlineOfDocument", () => {
  test("gives the headings of three depths with where they stand", () => {
    const doc = documentOf("# One\n\ntext\n\n## Two *now*\n\n#### Four\n\n### Three\n");
    const headings = outlineOfDocument(doc);
    expect(headings.map(({ depth, text }) => [depth, text])).toEqual([
      [1, "One"],
      [2, "Two now"],
      [3, "Three"],
    ]);
    expect(headings.map(({ offset }) => doc.nodeAt(offset)?.type.name)).toEqual(
      Array(3).fill("heading"),
    );
  });

  test("leaves out what has no words, and ends at 200", () => {
    expect(outlineOfDocument(documentOf("#\n\ntext\n"))).toEqual([]);
    expect(outlineOfDocument(documentOf("# a\n\n".repeat(300)))).toHaveLength(200);
  });
});

describe("quoteOf", () => {
  const doc = documentOf("The pool was too small.\n\n- It was **never** load tested.\n");

  test("gives the words with those around them", () => {
    const { from, to } = rangeOf(doc, "never");
    expect(quoteOf(doc, from, to)).toEqual({
      quote: "never",
      prefix: "The pool was too small.\nIt was ",
      suffix: " load tested",
    });
  });

  test("leaves out spaces at the ends, and what has no words", () => {
    const { from, to } = rangeOf(doc, "pool");
    expect(quoteOf(doc, from - 1, to + 1)?.quote).toBe("pool");
    expect(quoteOf(doc, from - 1, from)).toBeUndefined();
  });
});

test("countWords counts words of all blocks, and no signs", () => {
  expect(
    countWords(documentOf("## Two words\n\n- three – more words\n\n| a | b |\n| - | - |\n")),
  ).toBe(7);
});
