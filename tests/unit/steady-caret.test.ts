// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { sharedText } from "@/components/postmortems/live/shared-text";
import { SteadyCaret } from "@/components/postmortems/live/steady-caret";
import { bridgeExtensions } from "@/lib/markdown/bridge/extensions";
import { changeTo } from "@/lib/postmortem-text/change";
import { textOf } from "@/lib/postmortem-text/document";

/** Editors of one text, whose changes wait until they are exchanged. */
function editorsOf(markdown: string, count: number) {
  const first = new Y.Doc();
  changeTo(first, markdown);
  const begun = Y.encodeStateAsUpdate(first);
  return Array.from({ length: count }, () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, begun);
    const editor = new Editor({
      element: document.createElement("div"),
      injectCSS: false,
      extensions: [...bridgeExtensions(), ...sharedText(doc), SteadyCaret],
    });
    return { doc, editor };
  });
}

type Own = ReturnType<typeof editorsOf>[number];

const hear = (to: Own, from: Own) =>
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "remote");

function exchange(all: Own[]): void {
  for (let round = 0; round < 2; round += 1) {
    for (const to of all) for (const from of all) if (to !== from) hear(to, from);
  }
}

const toEnd = ({ editor }: Own) =>
  editor.commands.setTextSelection(editor.state.doc.content.size - 1);
const type = ({ editor }: Own, text: string) =>
  editor.view.dispatch(editor.state.tr.insertText(text));

describe("the caret of one who writes while others do", () => {
  test("stays in its own empty paragraph among those of others", () => {
    const all = editorsOf("It broke.\n", 3);
    for (const own of all) {
      toEnd(own);
      own.editor.commands.splitBlock();
    }
    exchange(all);
    all.forEach((own, index) => type(own, `line ${index}`));
    exchange(all);
    const lines = textOf(all[0]?.doc ?? new Y.Doc())
      .trim()
      .split("\n\n");
    expect(lines.toSorted()).toEqual(["It broke.", "line 0", "line 1", "line 2"]);
  });

  test("stays where it is while the words before it are taken away", () => {
    const [ada, bo] = editorsOf("one two three\n\nfour\n", 2);
    if (!ada || !bo) throw new Error("two editors");
    ada.editor.commands.setTextSelection(9);
    bo.editor.commands.deleteRange({ from: 1, to: 5 });
    hear(ada, bo);
    expect(ada.editor.state.selection.head).toBe(5);
    bo.editor.commands.insertContentAt(0, { type: "paragraph" });
    hear(ada, bo);
    expect(ada.editor.state.selection.head).toBe(7);
  });

  test("keeps lines whole that three people write at the same place, however they are told", () => {
    const step = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const all = editorsOf("## Summary\n\nIt broke.\n", 3);
        const lines = ["Ada one\nAda two\nAda six", "Bo one\nBo two", "Cy one\nCy two\nCy three"];
        const left = lines.map((line) => [..."\n", ...line]);
        all.forEach(toEnd);
        const go = (who: number) => {
          const own = all[who];
          const next = left[who]?.shift();
          if (!own || next === undefined) return;
          if (next === "\n") own.editor.commands.splitBlock();
          else type(own, next);
        };
        for (const [who, other] of steps) {
          go(who);
          const [to, from] = [all[other], all[who]];
          if (to && from && to !== from) hear(to, from);
        }
        [0, 1, 2].forEach((who) => {
          while (left[who]?.length) go(who);
        });
        exchange(all);
        const texts = all.map(({ doc }) => textOf(doc));
        expect(new Set(texts).size).toBe(1);
        const written = ["## Summary", "It broke.", ...lines.flatMap((line) => line.split("\n"))];
        expect(texts[0]?.trim().split("\n\n").toSorted()).toEqual(written.toSorted());
        for (const { editor } of all) editor.destroy();
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
