import { and, count, desc, eq, gt, isNotNull, lte, ne, or, sql } from "drizzle-orm";
import * as Y from "yjs";
import { db, transaction } from "@/db/client";
import {
  findText,
  getText,
  listAuthorsAfter,
  newestUpdate,
  readDocumentOf,
  writtenSince,
} from "@/db/queries/postmortem-updates";
import { incidents, postmortemRevisions, postmortems, postmortemUpdates } from "@/db/schema";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireIncident } from "./entries";

/** Beyond this many rows a text's changes are put together. */
const MOST_ROWS = 200;

type Text = NonNullable<ReturnType<typeof getText>>;

/** Brings a postmortem's body up to what was written live, and gives it. */
export function followText(id: number): Text | undefined {
  return transaction(() => {
    const text = getText(id);
    const now = text && writtenSince(text);
    if (!now) return text;
    db().update(postmortems).set(now).where(eq(postmortems.id, id)).run();
    return { ...text, ...now };
  });
}

type Why = {
  /** Who keeps it, where nobody wrote since the newest revision. */
  author?: string;
  note?: string;
};

/** Makes the text as it stands the newest revision, unless it is that already. */
export function keepText(id: number, { author, note }: Why = {}, now = Date.now()) {
  return transaction(() => {
    const text = followText(id);
    if (!text) return undefined;
    const writers = listAuthorsAfter(id, text.keptRow);
    const kept = newestRevision(id);
    if (kept?.body === text.body) return noteKept(text);
    const authors = writers.length > 0 ? writers.join(", ") : (author ?? text.updatedBy);
    return addRevision(text, { author: authors, note, now });
  });
}

/** As `keepText`, for those who hold on to a text at some step: before its review, its publication. */
export function keepRevision(
  viewer: Viewer,
  { key, note }: { key: string; note?: string },
  now = Date.now(),
) {
  return transaction(() => {
    const text = findText(requireIncident(viewer, key).id);
    const kept = text && keepText(text.id, { author: viewer.name, note }, now);
    if (!kept) throw new NotFoundError(`Nobody has begun the postmortem of ${key}.`);
    return kept;
  });
}

/** Adds a revision of a text, which is its first where `version` is 0. */
export function addRevision<
  Stands extends Pick<Text, "id" | "incidentId" | "body" | "version" | "bodyRow">,
>(text: Stands, { author, note, now }: { author: string; note?: string; now: number }): Stands {
  const version = text.version + 1;
  db()
    .insert(postmortemRevisions)
    .values({ postmortemId: text.id, version, body: text.body, author, note, createdAt: now })
    .run();
  db().update(postmortems).set({ version }).where(eq(postmortems.id, text.id)).run();
  const incident = db()
    .select({ key: incidents.key })
    .from(incidents)
    .where(eq(incidents.id, text.incidentId))
    .get();
  recordAudit(author, "postmortem:edit", `incident ${incident?.key}`, { version }, text.incidentId);
  return noteKept({ ...text, version });
}

function noteKept<Stands extends Pick<Text, "id" | "bodyRow">>(text: Stands): Stands {
  const { id, bodyRow } = text;
  db().update(postmortems).set({ keptRow: bodyRow }).where(eq(postmortems.id, id)).run();
  putTogether(id, bodyRow);
  return text;
}

/**
 * Puts all of a text's rows into one, which takes the newest one's number: who has followed up to it has
 * everything, and who has not is sent all of it.
 */
function putTogether(postmortemId: number, row: number): void {
  const own = and(eq(postmortemUpdates.postmortemId, postmortemId), lte(postmortemUpdates.id, row));
  const counted = db().select({ rows: count() }).from(postmortemUpdates).where(own).get();
  const newest = newestUpdate(postmortemId);
  if ((counted?.rows ?? 0) <= MOST_ROWS || newest?.id !== row) return;
  const data = Buffer.from(Y.encodeStateAsUpdate(readDocumentOf(postmortemId).doc));
  db().delete(postmortemUpdates).where(own).run();
  db()
    .insert(postmortemUpdates)
    .values({ ...newest, data })
    .run();
}

const newestRevision = (postmortemId: number) =>
  db()
    .select({ body: postmortemRevisions.body })
    .from(postmortemRevisions)
    .where(eq(postmortemRevisions.postmortemId, postmortemId))
    .orderBy(desc(postmortemRevisions.version))
    .limit(1)
    .get();

/** Brings every text up to what was written before a crash. */
export function followAllTexts(): void {
  const newest = sql`(select max(${postmortemUpdates.id}) from ${postmortemUpdates}
    where ${postmortemUpdates.postmortemId} = ${postmortems.id})`;
  const behind = db()
    .select({ id: postmortems.id })
    .from(postmortems)
    .where(
      and(
        isNotNull(postmortems.liveId),
        or(gt(newest, postmortems.keptRow), ne(postmortems.bodyRow, postmortems.keptRow)),
      ),
    )
    .all();
  for (const { id } of behind) keepText(id);
}
