import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import * as Y from "yjs";
import { db, transaction } from "@/db/client";
import {
  findText,
  grown,
  keepDocument,
  takeDocument,
  type Followed,
} from "@/db/queries/postmortem-updates";
import { postmortems, postmortemUpdates } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { MOST_DOCUMENT_BYTES } from "@/lib/domain/live-text";
import { MAX_POSTMORTEM_BYTES } from "@/lib/domain/postmortem";
import type { Viewer } from "@/lib/domain/viewer";
import { lossOf } from "@/lib/markdown/bridge/loss";
import { changeTo } from "@/lib/postmortem-text/change";
import { applyChecked } from "@/lib/postmortem-text/check";
import { textOf } from "@/lib/postmortem-text/document";
import { requireWritable } from "./entries";

type Text = NonNullable<ReturnType<typeof findText>>;

export type OpenText = { postmortemId: number; incidentId: number; liveId: string };

/**
 * The live document of an incident's postmortem, begun from the stored text by the first who opens it.
 * It throws where there is nothing to open, and where the editor would lose something of the text.
 */
export function openText(viewer: Viewer, key: string, now = Date.now()): OpenText {
  return transaction(() => {
    const incident = requireWritable(viewer, key);
    const text = findText(incident.id);
    if (!text) throw new NotFoundError(`Nobody has begun the postmortem of ${key}.`);
    const liveId = text.liveId ?? beginLive(text, now);
    return { postmortemId: text.id, incidentId: incident.id, liveId };
  });
}

/** The row at which a text begins says what the body says, so that nothing has been written yet. */
function beginLive({ id, body, updatedBy }: Text, now: number): string {
  const loss = lossOf(body);
  if (loss !== undefined) {
    throw new DomainError(`The rich editor would lose something of this text: ${loss}.`);
  }
  const liveId = randomUUID();
  const begun = new Y.Doc();
  const data = changeTo(begun, body);
  const row = insertUpdate(id, { data, author: updatedBy, now });
  db()
    .update(postmortems)
    .set({ liveId, bodyRow: row, keptRow: row })
    .where(eq(postmortems.id, id))
    .run();
  keepDocument(id, { doc: begun, row, data });
  return liveId;
}

export type SentChange = { key: string; live: string; data: Uint8Array };

/** Keeps a change that an editor made. What was there already is kept no second time. */
export function appendUpdate(viewer: Viewer, { key, live, data }: SentChange, now = Date.now()) {
  return transaction(() => {
    const text = findText(requireWritable(viewer, key).id);
    if (!text || text.liveId !== live) {
      throw new ConflictError(
        "This text was replaced by another one while you were writing.",
        undefined,
      );
    }
    const followed = takeDocument(text.id);
    const { made, written } = applyChecked(followed.doc, data);
    if (!made) {
      keepDocument(text.id, followed);
      return { postmortemId: text.id, savedAt: now };
    }
    const bytes = bytesWith(followed, written);
    appendRow(text.id, followed, { data: made, bytes, author: viewer.name, now });
    return { postmortemId: text.id, savedAt: now };
  });
}

type Row = { data: Uint8Array; bytes?: number; author: string; now: number };

/** Writes what was done to a document as its next row. */
export function appendRow(postmortemId: number, followed: Followed, row: Row): number {
  const id = insertUpdate(postmortemId, row);
  keepDocument(postmortemId, grown(followed, { row: id, data: row.data, bytes: row.bytes }));
  return id;
}

function insertUpdate(postmortemId: number, { data, author, now }: Row): number {
  return db()
    .insert(postmortemUpdates)
    .values({ postmortemId, data: Buffer.from(data), author, createdAt: now })
    .returning({ id: postmortemUpdates.id })
    .get().id;
}

/**
 * At most how long the text is in Markdown after a change of which this was written. The whole is written
 * out only where it could be too long, which is refused.
 */
function bytesWith({ doc, bytes = Infinity }: Followed, written: string): number {
  const atMost = bytes + Buffer.byteLength(written);
  if (atMost <= MAX_POSTMORTEM_BYTES) return atMost;
  const exact = Buffer.byteLength(textOf(doc));
  if (exact > MAX_POSTMORTEM_BYTES) {
    throw new DomainError("The text would be longer than 256 KB. Shorten it, or link to a part.");
  }
  if (Y.encodeStateAsUpdate(doc).length > MOST_DOCUMENT_BYTES) {
    throw new DomainError("Too much came and went in this text. Save it once as Markdown.");
  }
  return exact;
}

/** Ends the live document: the next who opens the text begins another. */
export function endLive(postmortemId: number): void {
  db().delete(postmortemUpdates).where(eq(postmortemUpdates.postmortemId, postmortemId)).run();
  db()
    .update(postmortems)
    .set({ liveId: null, bodyRow: 0, keptRow: 0 })
    .where(eq(postmortems.id, postmortemId))
    .run();
}
