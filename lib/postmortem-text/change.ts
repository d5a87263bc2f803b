import { Fragment, type Node } from "@tiptap/pm/model";
import { updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { editsOf } from "@/lib/edits";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { fragmentOf, readDocument } from "./read";

const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());

/**
 * Brings a shared document to this Markdown, and gives the change. Blocks that say what they said stay as
 * they are, with the carets in them and what others write there at the same time.
 */
export function changeTo(doc: Y.Doc, markdown: string): Uint8Array {
  const { node: stands } = readDocument(doc);
  const shown = documentOf(markdownOf(stands));
  const made = change(doc, () => {
    for (const step of stepsTo(stands, shown, documentOf(markdown))) bring(doc, step);
  });
  return made ?? EMPTY;
}

/** Takes out of a shared document what the schema forbids; `undefined` where there is nothing. */
export function mend(doc: Y.Doc): Uint8Array | undefined {
  const { node, isMended } = readDocument(doc);
  return isMended ? change(doc, () => bring(doc, node)) : undefined;
}

/** What `run` does to a document, as one update; `undefined` where it does nothing. */
export function change(doc: Y.Doc, run: () => void): Uint8Array | undefined {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on("update", keep);
  try {
    doc.transact(run);
  } finally {
    doc.off("update", keep);
  }
  return updates.length === 0 ? undefined : Y.mergeUpdates(updates);
}

function bring(doc: Y.Doc, node: Node): void {
  updateYFragment(doc, fragmentOf(doc), node, { mapping: new Map(), isOMark: new Map() });
}

/**
 * The documents on the way from one to the next, each differing from the one before in one place only:
 * whole texts are compared from both ends, which takes what moved for rewritten. `shown` is what `stands`
 * says in Markdown, where empty paragraphs are not seen.
 */
function stepsTo(stands: Node, shown: Node, next: Node): Node[] {
  const places = placesOf(stands, shown);
  const edits = places && editsOf(shown.children, next.children, (a, b) => a.eq(b));
  if (!edits) return [next];

  let blocks: readonly Node[] = stands.children;
  return edits.toReversed().map(({ start: from, end: to, items }) => {
    const start = places[from] ?? stands.childCount;
    const end = to > from ? (places[to - 1] ?? start) + 1 : start;
    blocks = blocks.toSpliced(start, end - start, ...items);
    return stands.copy(Fragment.from(blocks));
  });
}

/** Where each block that is shown stands; `undefined` where they cannot be told apart. */
function placesOf(stands: Node, shown: Node): number[] | undefined {
  const places = stands.children.flatMap((block, place) => (isEmpty(block) ? [] : [place]));
  const isAligned =
    places.length === shown.childCount &&
    places.every((place, index) => stands.child(place).type === shown.child(index).type);
  return isAligned ? places : undefined;
}

const isEmpty = (block: Node): boolean => block.type.name === "paragraph" && block.childCount === 0;
