import * as Y from "yjs";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { readDocument } from "./read";

/** The shared document that these changes make; their order and repetitions do not matter. */
export function documentFrom(updates: Iterable<Uint8Array>): Y.Doc {
  const doc = new Y.Doc();
  applyAll(doc, updates);
  return doc;
}

export function applyAll(doc: Y.Doc, updates: Iterable<Uint8Array>): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
}

/** A shared document's text as Markdown. */
export const textOf = (doc: Y.Doc): string => markdownOf(readDocument(doc).node);
