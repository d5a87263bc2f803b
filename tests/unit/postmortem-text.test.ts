import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { writerOf } from "@/lib/domain/live-text";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { schema } from "@/lib/markdown/bridge/schema";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { changeTo, mend } from "@/lib/postmortem-text/change";
import { documentFrom, textOf } from "@/lib/postmortem-text/document";
import { nodeWith } from "@/lib/postmortem-text/fit";
import { mergeMarkdown } from "@/lib/postmortem-text/merge";
import { fragmentOf, readDocument } from "@/lib/postmortem-text/read";

const documentSaying = (markdown: string) => {
  const doc = new Y.Doc();
  changeTo(doc, markdown);
  return doc;
};

/** The text that stands in a block. */
const textIn = (doc: Y.Doc, block: number) =>
  (fragmentOf(doc).get(block) as Y.XmlElement).get(0) as Y.XmlText;

const blocks = fc.constantFrom(
  "One **bold** word.",
  "Another [link](https://example.com).",
  "## Heading",
  "- a\n- b\n  - c",
  "1. x\n2. y",
  "- [ ] open\n- [x] done",
  "> [!NOTE]\n> Mind.",
  "```sql\nselect 1\n```",
  "| a | b |\n| --- | :-: |\n| 1 | 2 |",
  "<details>kept</details>",
  "```timeline\n```",
  "---",
);
const markdown = fc.array(blocks, { maxLength: 8 }).map((all) => `${all.join("\n\n")}\n`);
const asWritten = (text: string) => markdownOf(documentOf(text));

describe("changeTo", () => {
  test("brings any text to any other, by a change that others can apply", () => {
    fc.assert(
      fc.property(markdown, markdown, (before, after) => {
        const doc = documentSaying(before);
        const other = documentFrom([Y.encodeStateAsUpdate(doc)]);
        Y.applyUpdate(other, changeTo(doc, after));
        expect([textOf(doc), textOf(other)]).toEqual([asWritten(after), asWritten(after)]);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  test("changes nothing where nothing differs", () => {
    const doc = documentSaying("* one\n* two\n");
    const before = Y.encodeStateVector(doc);
    Y.applyUpdate(documentSaying(""), changeTo(doc, "- one\n- two\n"));
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  test("leaves carets where they are, in blocks that stay and in words that stay", () => {
    const doc = documentSaying("one\n\ntwo words here\n\nthree\n\nfour\n");
    const places = [1, 2, 3].map((block) =>
      Y.createRelativePositionFromTypeIndex(textIn(doc, block), 3),
    );
    changeTo(doc, "zero\n\none\n\ntwo words there\n\nthree\n\nbetween\n\nfour\n");
    const found = places.map((place) => Y.createAbsolutePositionFromRelativePosition(place, doc));
    expect(found.map((at) => [at?.type.toString(), at?.index])).toEqual([
      ["two words there", 3],
      ["three", 3],
      ["four", 3],
    ]);
  });

  test("leaves empty paragraphs, in which somebody may be about to write", () => {
    const doc = documentSaying("one\n\ntwo\n");
    fragmentOf(doc).insert(1, [new Y.XmlElement("paragraph")]);
    changeTo(doc, "one\n\ntwo!\n\nthree\n");
    expect(fragmentOf(doc).length).toBe(4);
    expect(textOf(doc)).toBe("one\n\ntwo!\n\nthree\n");
  });
});

describe("a text whose parts do not fit", () => {
  const { bulletList, listItem, paragraph, table, tableRow, tableCell, heading, codeBlock } =
    schema.nodes;
  const words = (text: string) => schema.text(text);

  test.each([
    ["a list without items", bulletList, []],
    ["a table without rows", table, []],
    ["an item without anything", listItem, []],
    ["words in a list", bulletList, [words("a"), words("b")]],
    ["a cell among blocks", schema.topNodeType, [tableCell?.createAndFill()]],
    [
      "an item in a heading",
      heading,
      [listItem?.createAndFill(null, paragraph?.create(null, words("a")))],
    ],
    ["a row in an item", listItem, [tableRow?.createAndFill()]],
    ["formats in code", codeBlock, [schema.text("a", [schema.mark("bold")])]],
  ])("is made one that does: %s", (_, type, content) => {
    if (!type) throw new Error("no such node");
    const nodes = content.filter((node) => node !== null && node !== undefined);
    const { node, isMended } = nodeWith(type, {}, nodes);
    expect(isMended).toBe(true);
    expect(() => node.check()).not.toThrow();
    expect(node.textContent).toBe(nodes.map((each) => each.textContent).join(""));
  });

  test("is mended for everybody by one change", () => {
    const doc = documentSaying("- one\n- two\n");
    const list = fragmentOf(doc).get(0) as Y.XmlElement;
    const other = documentFrom([Y.encodeStateAsUpdate(doc)]);
    list.delete(0, 2);
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const change = mend(doc);
    expect(change).toBeDefined();
    Y.applyUpdate(other, change ?? new Uint8Array());
    expect(readDocument(other).isMended).toBe(false);
    expect(textOf(other)).toBe(textOf(doc));
    expect(mend(doc)).toBeUndefined();
  });

  test("is no empty text, which stays as it is", () => {
    expect(mend(new Y.Doc())).toBeUndefined();
    expect(textOf(new Y.Doc())).toBe(asWritten(""));
  });
});

describe("mergeMarkdown", () => {
  test("gives up where the words differ, and where the editor would lose something", () => {
    expect(mergeMarkdown({ base: "a\n", mine: "b\n", theirs: "c\n" })).toBeUndefined();
    const deep = `${">".repeat(30)} deep`;
    expect(mergeMarkdown({ base: deep, mine: "b\n", theirs: "c\n" })).toBeUndefined();
  });
});

describe("writerOf", () => {
  test("gives everybody a name and a colour of their own", () => {
    const writers = [1, 2, 3].map((userId) => writerOf({ userId, name: `Person ${userId}` }));
    expect(new Set(writers.map(({ color }) => color)).size).toBe(3);
    expect(writers[0]).toEqual(writerOf({ userId: 9, name: "Person 1" }));
  });
});
