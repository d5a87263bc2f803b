import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { takeDocument } from "@/db/queries/postmortem-updates";
import { draftOf, getPostmortem, getRevision } from "@/db/queries/postmortems";
import { postmortems } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { MOST_DOCUMENT_BYTES } from "@/lib/domain/live-text";
import { fitsPostmortem } from "@/lib/domain/postmortem";
import type { Viewer } from "@/lib/domain/viewer";
import { lossOf } from "@/lib/markdown/bridge/loss";
import { changeTo } from "@/lib/postmortem-text/change";
import { mergeMarkdown } from "@/lib/postmortem-text/merge";
import { textProblem } from "@/lib/record/text";
import { requireWritable } from "./entries";
import { addRevision, followText, keepText } from "./postmortem-revisions";
import { appendRow, endLive } from "./postmortem-text";

export type SavedText = { body: string; version: number; updatedBy: string; updatedAt: number };

/** Somebody else's text stands there; none where it was removed. */
export class TextConflict extends ConflictError<SavedText | undefined> {}

export type NewPostmortem = {
  key: string;
  body: string;
  templateId?: number | null;
  note?: string;
};

/** Begins an incident's postmortem with this text as its first revision. */
export function createPostmortem(
  viewer: Viewer,
  { key, body, templateId, note }: NewPostmortem,
  now = Date.now(),
): SavedText {
  const text = storable(body);
  return transaction(() => {
    const { id: incidentId } = requireWritable(viewer, key);
    const stored = getPostmortem(incidentId);
    if (stored?.body === text) return savedText(stored);
    if (stored) {
      throw new TextConflict(
        `${stored.updatedBy} has begun this postmortem already.`,
        savedText(stored),
      );
    }
    const created = db()
      .insert(postmortems)
      .values({
        incidentId,
        body: text,
        version: 0,
        updatedBy: viewer.name,
        updatedAt: now,
        templateId,
      })
      .returning()
      .get();
    return savedText(addRevision(created, { author: viewer.name, note, now }));
  });
}

export type WrittenText = {
  key: string;
  text: string;
  /** What the writer began with; the text as it stands, where it is not said. */
  base?: string;
  note?: string;
};

/**
 * Takes over a text that was written elsewhere than in the live document, and keeps it as a revision: what
 * others wrote since `base` stays. Where both changed the same words nothing changes, and the
 * ConflictError carries what stands there now.
 */
export function writeText(
  viewer: Viewer,
  { key, text, base, note }: WrittenText,
  now = Date.now(),
): SavedText {
  const mine = storable(text);
  return transaction(() => {
    const stands = standingText(viewer, key);
    const theirs = stands.body;
    if (mine === theirs) return savedText(stands);
    const merged = base === undefined ? mine : mergeMarkdown({ base, mine, theirs });
    if (merged === undefined) {
      throw new TextConflict(
        `${stands.updatedBy} saved this postmortem while you were writing.`,
        savedText(stands),
      );
    }
    if (merged === theirs) return savedText(stands);
    const kept = keepText(stands.id, {}, now) ?? stands;
    const body = storable(merged);
    const saved = { body, updatedBy: viewer.name, updatedAt: now };
    const bodyRow = changeLive(kept, { body, author: viewer.name, now });
    db()
      .update(postmortems)
      .set({ ...saved, bodyRow })
      .where(eq(postmortems.id, kept.id))
      .run();
    const written = { ...kept, ...saved, bodyRow };
    return savedText(addRevision(written, { author: viewer.name, note, now }));
  });
}

export type PostmortemEdit = {
  key: string;
  body: string;
  /** The version that the writer started from; 0 where nothing was saved yet. */
  baseVersion: number;
  /** The text that the writer started from, where it is not that version's. */
  base?: string;
};

/** Saves a text that a form sent: the first, or one that is put together with what others wrote. */
export function savePostmortem(
  viewer: Viewer,
  { key, body, baseVersion, base }: PostmortemEdit,
  now = Date.now(),
): SavedText {
  return transaction(() => {
    const { id } = requireWritable(viewer, key);
    if (!getPostmortem(id)) {
      if (baseVersion === 0) return createPostmortem(viewer, { key, body }, now);
      throw new TextConflict("This postmortem was removed while you were writing.", undefined);
    }
    const began = base ?? (baseVersion === 0 ? draftOf(id) : getRevision(id, baseVersion)?.body);
    return writeText(viewer, { key, text: body, base: began ?? "" }, now);
  });
}

/** Saves the text of an earlier version anew; nothing of the versions since is lost. */
export function restoreRevision(
  viewer: Viewer,
  { key, version, baseVersion }: { key: string; version: number; baseVersion: number },
  now = Date.now(),
): SavedText {
  return transaction(() => {
    const stands = standingText(viewer, key);
    const revision = getRevision(stands.incidentId, version);
    if (!revision) throw new NotFoundError("This version is not there.");
    const kept = keepText(stands.id, {}, now) ?? stands;
    if (kept.version !== baseVersion) {
      throw new TextConflict(`${kept.updatedBy} saved this postmortem meanwhile.`, savedText(kept));
    }
    return writeText(viewer, { key, text: revision.body, note: `Version ${version} again` }, now);
  });
}

function standingText(viewer: Viewer, key: string) {
  const { id } = requireWritable(viewer, key);
  const stored = getPostmortem(id);
  const stands = stored && followText(stored.id);
  if (!stands) throw new NotFoundError(`Nobody has begun the postmortem of ${key}.`);
  return stands;
}

const savedText = ({ body, version, updatedBy, updatedAt }: SavedText): SavedText => ({
  body,
  version,
  updatedBy,
  updatedAt,
});

type Stands = ReturnType<typeof standingText>;

/** Brings the live document, if there is one, to a text, and gives the row that does. */
function changeLive(
  { id, liveId, bodyRow }: Stands,
  { body, author, now }: { body: string; author: string; now: number },
): number {
  if (liveId === null) return bodyRow;
  const followed = takeDocument(id);
  const isHeavy = followed.data.length > MOST_DOCUMENT_BYTES / 2;
  if (isHeavy || lossOf(body) !== undefined) {
    endLive(id);
    return 0;
  }
  const data = changeTo(followed.doc, body);
  return appendRow(id, followed, { data, author, now });
}

function storable(body: string): string {
  const text = body.replace(/\r\n?/g, "\n");
  if (!fitsPostmortem(text)) {
    throw new DomainError(
      "The text is longer than 256 KB. Shorten it, or link to what it repeats.",
    );
  }
  const problem = textProblem(text);
  if (problem) throw new DomainError(`The text ${problem}.`);
  return text;
}
