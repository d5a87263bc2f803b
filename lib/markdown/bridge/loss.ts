import { beyondBounds } from "../bounds";
import { tooLarge } from "../tree-bounds.mjs";
import { documentOf } from "./from-markdown";
import { normalBlock } from "./normal-tree";
import { markdownOf } from "./to-markdown";
import { readingOf } from "./tree";

/** Why the editor cannot open a text and write it again without loss; `undefined` when it can. */
export function lossOf(markdown: string): string | undefined {
  const reason = beyondBounds(markdown);
  if (reason) return reason;
  const read = readingOf(markdown);
  if (tooLarge(read.root)) return "it is nested too deeply, or its tables are too large";

  const written = readingOf(markdownOf(documentOf(markdown)));
  const differs = read.root.children.find((block, index) => {
    const again = written.root.children[index];
    if (!again) return true;
    const before = JSON.stringify(normalBlock(block, read.text));
    return before !== JSON.stringify(normalBlock(again, written.text));
  });
  if (!differs && read.root.children.length === written.root.children.length) return undefined;
  const line = differs?.position?.start.line ?? read.root.children.length;
  return `the editor would write what begins on line ${line} differently`;
}
