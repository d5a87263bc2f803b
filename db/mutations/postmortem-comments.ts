import { count, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findComment, type CommentRow } from "@/db/queries/postmortem-comments";
import { findText } from "@/db/queries/postmortem-updates";
import { postmortemComments } from "@/db/schema";
import { anchorAt, findAnchor, type Anchor } from "@/lib/domain/anchor";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { proseOf } from "@/lib/domain/prose";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireWritable, type IncidentRow } from "./entries";

const MOST_COMMENTS = 1000;

export type NewComment = Anchor & { key: string; body: string };

/** Begins a thread about words of the text, or about the whole of it where none are quoted. */
export function addComment(
  viewer: Viewer,
  { key, body, ...about }: NewComment,
  now = Date.now(),
): { id: number } {
  return transaction(() => {
    const incident = requireWritable(viewer, key);
    const text = findText(incident.id);
    if (!text) throw new NotFoundError(`Nobody has begun the postmortem of ${key}.`);
    const anchor = anchored(about, text.body);
    const id = insert(text.id, { ...anchor, body, author: viewer.name, createdAt: now });
    tell(viewer, incident, "postmortem:comment", id);
    return { id };
  });
}

/** A quote that came without the words around it is looked for, so that it can be told from others. */
function anchored(about: Anchor, markdown: string): Anchor {
  const quote = about.quote.trim();
  if (quote === "" || about.prefix + about.suffix !== "") return { ...about, quote };
  const { text } = proseOf(markdown);
  const range = findAnchor(text, { quote, prefix: "", suffix: "" });
  if (!range) {
    throw new DomainError(
      "These words are not in the text. Copy them from it, or leave the field empty.",
      "quote",
    );
  }
  return { ...anchorAt(text, range), quote };
}

export type Reply = { key: string; thread: number; body: string };

/** Answers a remark. A thread that was resolved is open again then. */
export function replyToComment(viewer: Viewer, reply: Reply, now = Date.now()): { id: number } {
  return transaction(() => {
    const incident = requireWritable(viewer, reply.key);
    const thread = requireThread(incident, reply.thread);
    const postmortemId = findText(incident.id)?.id ?? 0;
    const id = insert(postmortemId, {
      threadId: thread.id,
      quote: "",
      prefix: "",
      suffix: "",
      body: reply.body,
      author: viewer.name,
      createdAt: now,
    });
    if (thread.resolvedAt !== null) setResolved(thread.id, null);
    tell(viewer, incident, "postmortem:reply", id);
    return { id };
  });
}

export type CommentEdit = { key: string; id: number; body: string; seenBody: string };

/** Changes one's own words. */
export function editComment(viewer: Viewer, edit: CommentEdit, now = Date.now()): void {
  transaction(() => {
    const incident = requireWritable(viewer, edit.key);
    const comment = findComment(incident.id, edit.id);
    if (!comment) throw new NotFoundError("This comment is not there.");
    if (comment.author !== viewer.name) {
      throw new DomainError("Only whoever wrote a comment changes it. Reply to it instead.");
    }
    if (comment.body === edit.body) return;
    if (comment.body !== edit.seenBody) {
      throw new ConflictError("This comment was changed meanwhile. Look again.", comment.body);
    }
    db()
      .update(postmortemComments)
      .set({ body: edit.body, editedAt: now })
      .where(eq(postmortemComments.id, comment.id))
      .run();
    tell(viewer, incident, "postmortem:edit-comment", comment.id);
  });
}

export type ThreadChoice = { key: string; thread: number };

/** Says that a thread needs nothing more. Doing it twice does it once. */
export function resolveThread(
  viewer: Viewer,
  { key, thread }: ThreadChoice,
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const { id, resolvedAt } = requireThread(incident, thread);
    if (resolvedAt !== null) return;
    setResolved(id, { at: now, by: viewer.name });
    tell(viewer, incident, "postmortem:resolve-comment", id);
  });
}

export function reopenThread(viewer: Viewer, { key, thread }: ThreadChoice): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const { id, resolvedAt } = requireThread(incident, thread);
    if (resolvedAt === null) return;
    setResolved(id, null);
    tell(viewer, incident, "postmortem:reopen-comment", id);
  });
}

function requireThread(incident: IncidentRow, id: number): CommentRow {
  const comment = findComment(incident.id, id);
  if (!comment || comment.threadId !== null) throw new NotFoundError("This thread is not there.");
  return comment;
}

function insert(
  postmortemId: number,
  comment: Omit<typeof postmortemComments.$inferInsert, "postmortemId">,
): number {
  const own = eq(postmortemComments.postmortemId, postmortemId);
  const { n } = db().select({ n: count() }).from(postmortemComments).where(own).get() ?? { n: 0 };
  if (n >= MOST_COMMENTS) {
    throw new DomainError("This text has 1,000 comments, which is as many as one can.");
  }
  return db()
    .insert(postmortemComments)
    .values({ ...comment, postmortemId })
    .returning({ id: postmortemComments.id })
    .get().id;
}

function setResolved(threadId: number, resolved: { at: number; by: string } | null): void {
  db()
    .update(postmortemComments)
    .set({ resolvedAt: resolved?.at ?? null, resolvedBy: resolved?.by ?? null })
    .where(eq(postmortemComments.id, threadId))
    .run();
}

function tell(viewer: Viewer, incident: IncidentRow, action: string, comment: number): void {
  recordAudit(viewer.name, action, `incident ${incident.key}`, { comment }, incident.id);
}
