import { z } from "zod";
import {
  addItemComment,
  deleteItemComment,
  editItemComment,
} from "@/db/mutations/action-item-comments";
import { numberInPath, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { actionComment, ofAction } from "../shapes/action";
import { itemOf } from "./action-items";

const tags = ["Action items"];
const params = ofAction.extend({ comment: numberInPath("The comment’s id.") });
const body = z.strictObject({ body: text("Write the comment.", 5000) });

const listComments = defineOperation({
  id: "listActionComments",
  method: "GET",
  path: "/actions/{id}/comments",
  summary: "List what was said about an action item",
  tags,
  needs: "portal:read",
  scope: "actions:read",
  params: ofAction,
  query: z.strictObject(pageQuery),
  answer: listOf(actionComment),
  run: (viewer, { params, query }) =>
    pageWithin(itemOf(viewer, params.id).comments, query, ({ id }) => id),
});

const getComment = defineOperation({
  id: "getActionComment",
  method: "GET",
  path: "/actions/{id}/comments/{comment}",
  summary: "Get a comment on an action item",
  tags,
  needs: "portal:read",
  scope: "actions:read",
  params,
  answer: actionComment,
  run: (viewer, { params: { id, comment } }) => commentOf(viewer, id, comment),
});

const addComment = defineOperation({
  id: "addActionComment",
  method: "POST",
  path: "/actions/{id}/comments",
  summary: "Comment on an action item",
  tags,
  needs: "action-item:comment",
  scope: "actions:write",
  params: ofAction,
  body,
  answer: actionComment,
  run(viewer, { params: { id }, body }) {
    const added = addItemComment(viewer, { id, ...body });
    return commentOf(viewer, id, added.id);
  },
});

const changeComment = defineOperation({
  id: "changeActionComment",
  method: "PATCH",
  path: "/actions/{id}/comments/{comment}",
  summary: "Change one’s own comment",
  tags,
  needs: "action-item:comment",
  scope: "actions:write",
  params,
  body,
  answer: actionComment,
  seen: getComment,
  run(viewer, { params: { id, comment }, body }) {
    const { version } = commentOf(viewer, id, comment);
    editItemComment(viewer, { id, comment, version, ...body });
    return commentOf(viewer, id, comment);
  },
});

const deleteComment = defineOperation({
  id: "deleteActionComment",
  method: "DELETE",
  path: "/actions/{id}/comments/{comment}",
  summary: "Delete one’s own comment",
  description: "Its words are gone; that something was said remains.",
  tags,
  needs: "action-item:comment",
  scope: "actions:write",
  params,
  seen: getComment,
  run(viewer, { params: { id, comment } }) {
    const { version } = commentOf(viewer, id, comment);
    deleteItemComment(viewer, { id, comment, version });
  },
});

export const ACTION_COMMENT_OPERATIONS = [
  listComments,
  addComment,
  getComment,
  changeComment,
  deleteComment,
];

function commentOf(viewer: Viewer, id: number, wanted: number) {
  const found = itemOf(viewer, id).comments.find((comment) => comment.id === wanted);
  if (!found) throw new NotFoundError("This comment is not there.");
  return found;
}
