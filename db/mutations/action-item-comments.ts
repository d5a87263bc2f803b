import { and, count, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { actionItemComments } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { requireItem, type ItemRow } from "./action-items";
import { recordAudit } from "./audit";

const MOST_COMMENTS = 1000;

export type NewItemComment = { id: number; body: string };

/** Says something about an item, at the end of what was said. */
export function addItemComment(
  viewer: Viewer,
  { id, body }: NewItemComment,
  now = Date.now(),
): { id: number } {
  return transaction(() => {
    const item = requireItem(viewer, id);
    if (countComments(id) >= MOST_COMMENTS) {
      throw new DomainError("This item has 1,000 comments, which is as many as one can.");
    }
    const said = { body, authorId: viewer.userId, author: viewer.name, createdAt: now };
    const comment = db()
      .insert(actionItemComments)
      .values({ ...said, actionItemId: id })
      .returning({ id: actionItemComments.id })
      .get();
    tell(viewer, "action-item:comment", item, comment.id);
    return comment;
  });
}

function countComments(itemId: number): number {
  const isOfItem = eq(actionItemComments.actionItemId, itemId);
  const row = db().select({ n: count() }).from(actionItemComments).where(isOfItem).get();
  return row?.n ?? 0;
}

/** `version` is that of the comment, as its writer saw it. */
export type ItemCommentEdit = { id: number; comment: number; version: number; body: string };

/** Changes one's own words. */
export function editItemComment(viewer: Viewer, edit: ItemCommentEdit, now = Date.now()): void {
  transaction(() => {
    const item = requireItem(viewer, edit.id);
    const { id, body, version } = requireOwnComment(viewer, edit);
    if (body === edit.body) return;
    db()
      .update(actionItemComments)
      .set({ body: edit.body, editedAt: now, version: version + 1 })
      .where(eq(actionItemComments.id, id))
      .run();
    tell(viewer, "action-item:edit-comment", item, id);
  });
}

export type ItemCommentChoice = Omit<ItemCommentEdit, "body">;

/** Takes one's own words away. That something was said, by whom and when, remains. */
export function deleteItemComment(
  viewer: Viewer,
  choice: ItemCommentChoice,
  now = Date.now(),
): void {
  transaction(() => {
    const item = requireItem(viewer, choice.id);
    const { id, version } = requireOwnComment(viewer, choice);
    db()
      .update(actionItemComments)
      .set({ body: "", deletedAt: now, version: version + 1 })
      .where(eq(actionItemComments.id, id))
      .run();
    tell(viewer, "action-item:delete-comment", item, id);
  });
}

function requireOwnComment(viewer: Viewer, choice: ItemCommentChoice) {
  const { id, actionItemId } = actionItemComments;
  const comment = db()
    .select()
    .from(actionItemComments)
    .where(and(eq(id, choice.comment), eq(actionItemId, choice.id)))
    .get();
  if (!comment) throw new NotFoundError("This comment is not there.");
  if (comment.authorId !== viewer.userId) {
    throw new DomainError("Only whoever wrote a comment changes it. Answer with one of your own.");
  }
  if (comment.deletedAt !== null) {
    throw new ConflictError("This comment was deleted meanwhile.", { version: comment.version });
  }
  if (comment.version !== choice.version) {
    throw new ConflictError(
      `This comment was changed meanwhile. Now it says: “${comment.body}” Yours is kept here: save again to put it in place.`,
      { version: comment.version },
    );
  }
  return comment;
}

function tell(viewer: Viewer, verb: string, { id, key, incidentId }: ItemRow, comment: number) {
  const detail = { action_item: id, comment };
  recordAudit(viewer.name, verb, `incident ${key}`, detail, incidentId);
}
