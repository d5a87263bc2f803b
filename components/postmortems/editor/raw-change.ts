import type { EditorState, Transaction } from "@tiptap/pm/state";
import { markdownOfNode, nodeOfMarkdown } from "./bridge-node";

/**
 * Gives a piece that was kept as written another source. The whole text is read anew with it, because
 * what a piece means can hang on others (a link on its definition), and only what differs is changed.
 */
export function changeRaw(state: EditorState, at: number, source: string): Transaction {
  const { tr, schema } = state;
  tr.setNodeAttribute(at, "source", source);
  const read = nodeOfMarkdown(schema, markdownOfNode(tr.doc));
  const from = tr.doc.content.findDiffStart(read.content);
  const ends = tr.doc.content.findDiffEnd(read.content);
  if (from === null || ends === null) return tr;
  const overlap = Math.max(from - Math.min(ends.a, ends.b), 0);
  tr.replace(from, ends.a + overlap, read.slice(from, ends.b + overlap));
  return tr.doc.eq(read) ? tr : tr.replaceWith(0, tr.doc.content.size, read.content);
}
