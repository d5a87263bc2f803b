import type { Node as DocumentNode } from "@tiptap/pm/model";
import type { RootContent } from "mdast";
import { workOf } from "@/lib/domain/markdown-work";
import { beyondBounds } from "../bounds";
import { tooLarge } from "../tree-bounds.mjs";
import { blocksOf } from "./blocks-from-markdown";
import { normalBlocks } from "./normal-tree";
import { nodes } from "./schema";
import { settled } from "./settled";
import { markdownOf } from "./to-markdown";
import { readingOf, type Reading } from "./tree";

const MAX_TRIES = 6;
/** A text is read and written several times before the editor may have it. */
const MAX_WORK = 1;
/** How many texts, and how many letters of them, are remembered with what they were opened as. */
const MOST_TEXTS = 50;
const MOST_LETTERS = 1024 * 1024;

export type Opening = {
  doc: DocumentNode;
  /** Why writing the text again would lose something, if it would. */
  loss: string | undefined;
};

/** What texts were opened as lately, as the same ones are asked for again and again. */
const opened = new Map<string, Opening>();

/**
 * The document of a Markdown text. What the editor does not know stands in it as raw blocks and raw
 * pieces with its own letters; a text that would take too long to read is one raw block.
 */
export function documentOf(markdown: string): DocumentNode {
  return openingOf(markdown).doc;
}

/** A text's document. A block that would be written as something else is kept raw. */
export function openingOf(markdown: string): Opening {
  const opening = opened.get(markdown) ?? openText(markdown);
  opened.delete(markdown);
  opened.set(markdown, opening);
  let letters = 0;
  for (const [index, text] of [...opened.keys()].toReversed().entries()) {
    letters += text.length;
    if (index > 0 && (index >= MOST_TEXTS || letters > MOST_LETTERS)) opened.delete(text);
  }
  return opening;
}

function openText(markdown: string): Opening {
  const reason = beyondBounds(markdown);
  if (reason) return { doc: rawDocument(markdown), loss: reason };
  if (workOf(markdown) > MAX_WORK) {
    const loss = "it has so many blocks or marks that it takes too long to check";
    return { doc: rawDocument(markdown), loss };
  }
  const reading = readingOf(markdown);
  if (tooLarge(reading.root)) {
    const loss = "it is nested too deeply, or its tables or references are too large";
    return { doc: rawDocument(reading.text), loss };
  }
  for (let tries = 1; ; tries += 1) {
    const doc = settled(nodes.doc.create(null, blocksOf(reading, reading.root.children, 0)));
    const changed = firstChanged(reading, markdownOf(doc));
    if (!changed) return { doc, loss: undefined };
    const kept = nextToKeep(reading, changed);
    if (!kept || tries === MAX_TRIES) {
      const line = changed.position?.start.line ?? 1;
      return { doc, loss: `the editor would write what begins on line ${line} differently` };
    }
    reading.unknown.add(kept);
  }
}

/** The changed block, or the one before it that decides how it is read. */
function nextToKeep({ root, unknown }: Reading, changed: RootContent): RootContent | undefined {
  return root.children
    .slice(0, root.children.indexOf(changed) + 1)
    .findLast((block) => !unknown.has(block));
}

function rawDocument(markdown: string): DocumentNode {
  return nodes.doc.create(null, nodes.rawBlock.create({ source: markdown }));
}

/** The first block that is read differently from a text as it was written again. */
function firstChanged(reading: Reading, written: string): RootContent | undefined {
  if (written.trimEnd() === reading.text.replace(/\n+$/, "")) return undefined;
  const before = normalBlocks(reading.root.children, reading.text);
  const again = readingOf(written);
  const after = normalBlocks(again.root.children, again.text);
  const changed = before.find(({ says }, index) => !isSame(says, after[index]?.says));
  if (changed) return changed.block;
  return before.length === after.length ? undefined : before.at(-1)?.block;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
