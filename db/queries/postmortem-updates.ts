import { and, asc, desc, eq, gt } from "drizzle-orm";
import * as Y from "yjs";
import { db } from "@/db/client";
import { postmortems, postmortemUpdates } from "@/db/schema";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { applyAll, textOf } from "@/lib/postmortem-text/document";

/** Where an incident's live text stands, if somebody has begun its postmortem. */
export function findText(incidentId: number) {
  return db().select().from(postmortems).where(eq(postmortems.incidentId, incidentId)).get();
}

export function getText(id: number) {
  return db().select().from(postmortems).where(eq(postmortems.id, id)).get();
}

/** What was written live since the body was brought up to it; `undefined` where nothing was. */
export function writtenSince(text: NonNullable<ReturnType<typeof getText>>) {
  const newest = text.liveId ? newestUpdate(text.id) : undefined;
  if (!newest || newest.id <= text.bodyRow) return undefined;
  const { text: body, was } = readLiveText(text.id);
  const isEdited = body !== (text.body === was ? was : markdownOf(documentOf(text.body)));
  return isEdited
    ? { body, updatedBy: newest.author, updatedAt: newest.createdAt, bodyRow: newest.id }
    : { bodyRow: newest.id };
}

/** An incident's postmortem as it reads at this moment, with what is being written. */
export function findLiveText(incidentId: number) {
  const text = findText(incidentId);
  return text && { ...text, ...writtenSince(text) };
}

export function listUpdatesAfter(postmortemId: number, row: number) {
  const { id, data, author, createdAt } = postmortemUpdates;
  return db()
    .select({ id, data, author, createdAt })
    .from(postmortemUpdates)
    .where(and(eq(postmortemUpdates.postmortemId, postmortemId), gt(id, row)))
    .orderBy(asc(id))
    .all();
}

export function newestUpdate(postmortemId: number) {
  return db()
    .select()
    .from(postmortemUpdates)
    .where(eq(postmortemUpdates.postmortemId, postmortemId))
    .orderBy(desc(postmortemUpdates.id))
    .limit(1)
    .get();
}

/** Everybody who wrote after this row, once each, in the order in which they began. */
export function listAuthorsAfter(postmortemId: number, row: number): string[] {
  const { id, author } = postmortemUpdates;
  const all = db()
    .select({ author })
    .from(postmortemUpdates)
    .where(and(eq(postmortemUpdates.postmortemId, postmortemId), gt(id, row)))
    .orderBy(asc(id))
    .all();
  return [...new Set(all.map((each) => each.author))];
}

/** A document as the rows up to one make it. */
export type Followed = {
  doc: Y.Doc;
  row: number;
  /** What that row says. */
  data: Uint8Array;
  /** Not less than the bytes that the text has in Markdown; `undefined` while nobody asked. */
  bytes?: number;
  /** The text in Markdown, and what it was when it was last asked for. */
  text?: string;
  was?: string;
};

const MOST_KEPT = 8;
/** Documents that follow their rows. Each is compared with its row again before it is believed. */
const kept = new Map<number, Followed>();

/**
 * The live document as the rows make it at this moment. It is not remembered until `keepDocument`: what
 * is changed in a transaction that comes to nothing is then forgotten with it.
 */
export function takeDocument(postmortemId: number): Followed {
  const known = kept.get(postmortemId);
  kept.delete(postmortemId);
  const followed = known && isCurrent(postmortemId, known) ? known : empty();
  const rows = listUpdatesAfter(postmortemId, followed.row);
  const last = rows.at(-1);
  if (!last) return followed;
  applyAll(
    followed.doc,
    rows.map(({ data }) => data),
  );
  return grown(followed, { row: last.id, data: last.data });
}

/** A document that has one more row. */
export const grown = (
  { doc, text, was }: Followed,
  next: Pick<Followed, "row" | "data" | "bytes">,
): Followed => ({ doc, ...next, was: text ?? was });

/** Remembers a document whose newest row is written. */
export function keepDocument(postmortemId: number, followed: Followed): void {
  kept.set(postmortemId, followed);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

/** The live document, to be read only. */
export function readDocumentOf(postmortemId: number): Followed {
  const followed = takeDocument(postmortemId);
  keepDocument(postmortemId, followed);
  return followed;
}

/** The live text in Markdown, and what it was before, if somebody asked then. */
function readLiveText(postmortemId: number): { text: string; was: string | undefined } {
  const followed = readDocumentOf(postmortemId);
  followed.text ??= textOf(followed.doc);
  return { text: followed.text, was: followed.was };
}

function isCurrent(postmortemId: number, { row, data }: Followed): boolean {
  const stored = db()
    .select({ data: postmortemUpdates.data })
    .from(postmortemUpdates)
    .where(and(eq(postmortemUpdates.id, row), eq(postmortemUpdates.postmortemId, postmortemId)))
    .get();
  return stored !== undefined && stored.data.equals(data);
}

const empty = (): Followed => ({ doc: new Y.Doc(), row: 0, data: new Uint8Array() });
