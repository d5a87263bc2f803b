import * as Y from "yjs";
import { createPostmortem } from "@/db/mutations/postmortems";
import { appendUpdate, openText } from "@/db/mutations/postmortem-text";
import { readDocumentOf } from "@/db/queries/postmortem-updates";
import type { Viewer } from "@/lib/domain/viewer";
import { changeTo } from "@/lib/postmortem-text/change";
import { textOf } from "@/lib/postmortem-text/document";
import { makeViewer } from "./make";
import { makeIncident, NOON } from "./make-incident";

/** An incident whose postmortem has begun with this text; answers its key. */
export function makePostmortem(body = "## Summary\n\nIt broke.\n", now = NOON): string {
  const key = makeIncident();
  createPostmortem(makeViewer(), { key, body }, now);
  return key;
}

/** An editor without a page: a copy of the live text, whose changes are sent when the test says so. */
export function openEditor(key: string, viewer: Viewer = makeViewer()) {
  const { postmortemId, liveId } = openText(viewer, key, NOON);
  const doc = new Y.Doc();
  const read = () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(readDocumentOf(postmortemId).doc));
  read();
  return {
    doc,
    live: liveId,
    postmortemId,
    read,
    text: () => textOf(doc),
    /** Brings the text to this Markdown, and gives the change. */
    write: (markdown: string) => changeTo(doc, markdown),
    send: (data: Uint8Array, now = NOON + 1000) =>
      appendUpdate(viewer, { key, live: liveId, data }, now),
  };
}

/** What one editor's change does, as one update. */
export function changeIn(doc: Y.Doc, run: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(run);
  return Y.encodeStateAsUpdate(doc, before);
}
