import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { change, changeTo, mend } from "@/lib/postmortem-text/change";
import { applyChecked } from "@/lib/postmortem-text/check";
import { documentFrom, textOf } from "@/lib/postmortem-text/document";
import { fragmentOf, readDocument } from "@/lib/postmortem-text/read";
import { arbitraryDocument } from "../support/arbitrary-document";
import { processorTime } from "../support/processor-time";

/** Letters of two units, between which Yjs may cut. */
const PAIRS = /[\u{10000}-\u{10FFFF}]/u;

type Part = Y.XmlElement | Y.XmlText;

const EDITS = ["write", "erase", "bold", "link", "code", "cut", "begin", "set", "undo"] as const;
const edit = fc.record({
  kind: fc.constantFrom(...EDITS),
  at: fc.nat({ max: 1000 }),
  words: fc.constantFrom("word", " ", "*", "# ", "- [ ] ", "<b>", "|", "[^1]", "a\nb", "1. ", "é"),
  isRemote: fc.boolean(),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function partsOf(parent: Y.XmlFragment): Part[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? [child, ...partsOf(child)] : [];
  });
}

/** Does one thing somewhere in a text, as an editor could, or as edits made apart can add up to. */
function take({ kind, at, words }: Edit, doc: Y.Doc, undoer: Y.UndoManager): void {
  if (kind === "undo") return void undoer.undo();
  const parts = partsOf(fragmentOf(doc));
  const texts = parts
    .filter((part) => part instanceof Y.XmlText)
    .filter((text) => !PAIRS.test(text.toString()));
  const elements = parts.filter((part) => part instanceof Y.XmlElement);
  const text = texts[at % texts.length];
  const element = elements[at % elements.length];
  const place = at % ((text?.length ?? 0) + 1);
  if (kind === "write") text?.insert(place, words);
  else if (kind === "erase") text?.delete(place, Math.min(3, text.length - place));
  else if (kind === "begin") {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    fragmentOf(doc).insert(at % (fragmentOf(doc).length + 1), [paragraph]);
  } else if (kind === "set") element?.setAttribute("level", String(1 + (at % 6)));
  else if (kind === "cut") {
    if (element && element.length > 0) element.delete(at % element.length, 1);
  } else {
    const value = kind === "link" ? { href: "/incidents/INC-1" } : {};
    const name = { bold: "bold", link: "link", code: "code" }[kind];
    text?.format(place, Math.min(4, text.length - place), { [name]: at % 3 === 0 ? null : value });
  }
}

describe("a text that was read before", () => {
  test("reads the same after any edits as one that is read for the first time", () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.array(edit, { maxLength: 12 }), (start, edits) => {
        const doc = new Y.Doc();
        changeTo(doc, markdownOf(start));
        const other = documentFrom([Y.encodeStateAsUpdate(doc)]);
        const undoers = [new Y.UndoManager(fragmentOf(doc)), new Y.UndoManager(fragmentOf(other))];
        for (const each of edits) {
          const [here, there] = each.isRemote ? [other, doc] : [doc, other];
          take(each, here, undoers[each.isRemote ? 1 : 0] as Y.UndoManager);
          Y.applyUpdate(there, Y.encodeStateAsUpdate(here, Y.encodeStateVector(there)));
          for (const each of [doc, other]) {
            const fresh = documentFrom([Y.encodeStateAsUpdate(each)]);
            expect(readDocument(each)).toEqual(readDocument(fresh));
            expect(textOf(each)).toBe(textOf(fresh));
          }
        }
        mend(doc);
        expect(textOf(doc)).toBe(textOf(documentFrom([Y.encodeStateAsUpdate(doc)])));
      }),
      { numRuns: 80, seed: 4 },
    );
  }, 120_000);

  test("is read anew while it is being changed", () => {
    const doc = new Y.Doc();
    changeTo(doc, "- one\n- two\n");
    const text = partsOf(fragmentOf(doc)).find((part) => part instanceof Y.XmlText);
    change(doc, () => {
      for (const words of ["a", "b"]) {
        text?.insert(0, words);
        expect(textOf(doc)).toBe(textOf(documentFrom([Y.encodeStateAsUpdate(doc)])));
      }
    });
    expect(textOf(doc)).toBe("- baone\n- two\n");
  });

  test("takes little time to follow a key stroke, however long it is", () => {
    const block = "The **pool** was too small.\n\n- `one`\n- [two](/incidents/INC-1)\n\n";
    const doc = new Y.Doc();
    const long = processorTime(() => changeTo(doc, block.repeat(600)) && textOf(doc));
    const editor = documentFrom([Y.encodeStateAsUpdate(doc)]);
    const strokes = Array.from({ length: 9 }, (_, index) => {
      const before = Y.encodeStateVector(editor);
      partsOf(fragmentOf(editor))
        .filter((part) => part instanceof Y.XmlText)
        .at(index * 50)
        ?.insert(0, "x");
      const update = Y.encodeStateAsUpdate(editor, before);
      return processorTime(() => applyChecked(doc, update) && textOf(doc));
    });
    expect(textOf(doc)).toBe(textOf(editor));
    expect(Math.min(...strokes)).toBeLessThan(long / 20);
  });
});
