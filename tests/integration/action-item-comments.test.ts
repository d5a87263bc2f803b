import { desc } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  addItemComment,
  deleteItemComment,
  editItemComment,
} from "@/db/mutations/action-item-comments";
import { findItem } from "@/db/queries/action-item";
import { actionItemComments, auditLog } from "@/db/schema";
import { ConflictError, NotFoundError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";

freshDatabase();

const NOW = Date.parse("2026-05-01T10:00:00Z");
const grace = makeViewer({ userId: 1, name: "Grace" });
const ann = makeViewer({ userId: 2, name: "Ann" });
const commentsOf = (id: number) => findItem(grace, id)?.comments;
const lastAction = () => db().select().from(auditLog).orderBy(desc(auditLog.id)).limit(1).get();

function commented() {
  const id = makeActionItem();
  const { id: comment } = addItemComment(grace, { id, body: "Waits for *storage*" }, NOW);
  return { id, comment };
}

describe("addItemComment", () => {
  test("says it at the end, and tells the audit log", () => {
    const { id, comment } = commented();
    addItemComment(ann, { id, body: "Came today" }, NOW + 1);

    expect(commentsOf(id)).toMatchObject([
      { id: comment, author: "Grace", body: "Waits for *storage*", createdAt: NOW, editedAt: null },
      { author: "Ann", body: "Came today" },
    ]);
    expect(lastAction()).toMatchObject({
      actor: "Ann",
      action: "action-item:comment",
      detail: { action_item: id },
    });
  });

  test("refuses more than a thousand", () => {
    const { id } = commented();
    const said = { actionItemId: id, author: "Ann", body: "Again" };
    db()
      .insert(actionItemComments)
      .values(Array.from({ length: 999 }, () => said))
      .run();
    expect(() => addItemComment(grace, { id, body: "x" })).toThrow("as many as one can");
  });

  test("finds no item of a private incident", () => {
    makeIncident({ isPrivate: true });
    const id = makeActionItem();
    expect(() => addItemComment(grace, { id, body: "x" })).toThrow(NotFoundError);
  });
});

describe("editItemComment", () => {
  test("changes one's own words", () => {
    const { id, comment } = commented();
    editItemComment(grace, { id, comment, version: 1, body: "Waits" }, NOW + 5);
    expect(commentsOf(id)).toMatchObject([{ body: "Waits", editedAt: NOW + 5, version: 2 }]);
    expect(lastAction()).toMatchObject({ action: "action-item:edit-comment" });
  });

  test("leaves words alone that are the same", () => {
    const { id, comment } = commented();
    editItemComment(grace, { id, comment, version: 1, body: "Waits for *storage*" });
    expect(commentsOf(id)).toMatchObject([{ editedAt: null, version: 1 }]);
  });

  test("refuses those of others, of another item, and what was written over newer words", () => {
    const { id, comment } = commented();
    const edit = { id, comment, version: 1, body: "Mine" };

    expect(() => editItemComment(ann, edit)).toThrow("Only whoever wrote a comment changes it.");
    expect(() => editItemComment(grace, { ...edit, id: makeActionItem() })).toThrow(NotFoundError);
    editItemComment(grace, { ...edit, body: "Newer" });
    expect(() => editItemComment(grace, edit)).toThrow(ConflictError);
    expect(() => editItemComment(grace, edit)).toThrow("Now it says: “Newer”");
  });
});

describe("deleteItemComment", () => {
  test("takes one's own words away, and leaves that something was said", () => {
    const { id, comment } = commented();
    deleteItemComment(grace, { id, comment, version: 1 }, NOW + 9);

    expect(commentsOf(id)).toMatchObject([{ author: "Grace", body: "", deletedAt: NOW + 9 }]);
    expect(lastAction()).toMatchObject({ action: "action-item:delete-comment" });
    expect(() => deleteItemComment(grace, { id, comment, version: 2 })).toThrow(
      "This comment was deleted meanwhile.",
    );
  });

  test("refuses those of others", () => {
    const { id, comment } = commented();
    expect(() => deleteItemComment(ann, { id, comment, version: 1 })).toThrow("Only whoever wrote");
  });
});
