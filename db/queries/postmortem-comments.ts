import { and, asc, count, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { postmortemComments, postmortems } from "@/db/schema";

export type CommentRow = ReturnType<typeof listComments>[number];
export type CommentThread = CommentRow & { replies: CommentRow[] };

/** The threads about an incident's postmortem, the oldest first, each with its answers. */
export function listThreads(incidentId: number): CommentThread[] {
  const rows = listComments(incidentId);
  return rows
    .filter(({ threadId }) => threadId === null)
    .map((thread) => ({ ...thread, replies: rows.filter((row) => row.threadId === thread.id) }));
}

/** How many threads nobody has resolved. */
export function countOpenThreads(incidentId: number): number {
  const open = db()
    .select({ n: count() })
    .from(postmortemComments)
    .innerJoin(postmortems, eq(postmortems.id, postmortemComments.postmortemId))
    .where(
      and(
        eq(postmortems.incidentId, incidentId),
        isNull(postmortemComments.threadId),
        isNull(postmortemComments.resolvedAt),
      ),
    )
    .get();
  return open?.n ?? 0;
}

/** One remark or answer about an incident's postmortem. */
export function findComment(incidentId: number, id: number): CommentRow | undefined {
  return listComments(incidentId).find((comment) => comment.id === id);
}

function listComments(incidentId: number) {
  const { id, threadId, quote, prefix, suffix, body, author } = postmortemComments;
  const { createdAt, editedAt, resolvedAt, resolvedBy } = postmortemComments;
  return db()
    .select({
      id,
      threadId,
      quote,
      prefix,
      suffix,
      body,
      author,
      createdAt,
      editedAt,
      resolvedAt,
      resolvedBy,
    })
    .from(postmortemComments)
    .innerJoin(postmortems, eq(postmortems.id, postmortemComments.postmortemId))
    .where(eq(postmortems.incidentId, incidentId))
    .orderBy(asc(createdAt), asc(id))
    .all();
}
