import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { closeItem, moveActionItem } from "@/db/mutations/action-items";
import { importRecord } from "@/db/mutations/import";
import { actionItemChanges, actionItems, auditLog } from "@/db/schema";
import { END } from "@/lib/domain/board";
import type { BoardMove } from "@/lib/domain/closing";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeRecord, makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";

freshDatabase();

const grace = makeViewer({ name: "Grace" });
const ada = makeViewer({ name: "Ada", userId: 2 });
const proof = { evidenceKind: "link", evidence: "https://example.com/pr/7" } as const;

const stored = (id: number) => db().select().from(actionItems).where(eq(actionItems.id, id)).get();

const history = (id: number) =>
  db()
    .select()
    .from(actionItemChanges)
    .where(eq(actionItemChanges.actionItemId, id))
    .all()
    .map(({ by, field, before, after, reason }) => [by, field, before, after, reason]);

const move = (id: number, to: BoardMove["to"], more: Partial<BoardMove> = {}, now = 1000) =>
  moveActionItem(grace, { id, to, index: END, ...more }, now);

describe("moving to a closed column", () => {
  test("is refused without proof or a reason, and changes nothing then", () => {
    const id = makeActionItem();
    const before = stored(id);
    expect(() => move(id, "done")).toThrow("Say what proves it: a link, a test or a figure.");
    expect(() => move(id, "wont_do", proof)).toThrow("Say why it will not be done.");
    expect(stored(id)).toEqual(before);
    expect(history(id)).toEqual([]);
  });

  test("keeps what was said, who said it and when, and tells the item's history", () => {
    const id = makeActionItem({ status: "blocked" });

    move(id, "done", proof);

    expect(stored(id)).toMatchObject({ ...proof, closedAt: 1000, closedBy: "Grace" });
    expect(history(id)).toEqual([
      ["Grace", "status", "blocked", "done", null],
      ["Grace", "evidence", null, "link: https://example.com/pr/7", null],
    ]);
  });

  test("takes the proof along when the item is dropped instead", () => {
    const id = makeActionItem();
    move(id, "done", proof);

    move(id, "wont_do", { reason: "It was the wrong alert" }, 2000);

    expect(stored(id)).toMatchObject({
      evidence: null,
      evidenceKind: null,
      dropReason: "It was the wrong alert",
      closedAt: 2000,
    });
    expect(history(id).slice(2)).toEqual([
      ["Grace", "status", "done", "wont_do", null],
      ["Grace", "evidence", "link: https://example.com/pr/7", null, null],
      ["Grace", "dropReason", null, "It was the wrong alert", null],
    ]);
  });
});

describe("moving out of a closed column", () => {
  test("clears the closing and keeps it in the history, with the reason if one was given", () => {
    const id = makeActionItem();
    move(id, "wont_do", { reason: "Too costly" });

    move(id, "open", { reason: "It happened again" }, 2000);

    expect(stored(id)).toMatchObject({ dropReason: null, closedAt: null, closedBy: null });
    expect(history(id).slice(2)).toEqual([
      ["Grace", "status", "wont_do", "open", "It happened again"],
      ["Grace", "dropReason", "Too costly", null, null],
    ]);
  });

  test("is undone with the proof that was there, and with who closed it and when", () => {
    const id = makeActionItem();
    move(id, "done", proof);
    const closed = stored(id);
    move(id, "in_review", {}, 2000);

    move(id, "done", { from: "in_review", isUndo: true, word: "done" }, 3000);

    expect(stored(id)).toEqual({ ...closed, version: 4 });
  });

  test("is undone without proof where a record had closed it", () => {
    const id = makeActionItem({ status: "Closed" });
    const before = stored(id);
    move(id, "open");

    move(id, "done", { isUndo: true, word: "Closed" });

    expect(stored(id)).toEqual({ ...before, version: 3 });
  });

  test("is not undone once somebody else moved it", () => {
    const id = makeActionItem({ title: "Add an alert" });
    move(id, "done", proof);
    move(id, "open");
    moveActionItem(ada, { id, to: "in_review", index: 0 });

    const undo = { word: "done", isUndo: true } as const;
    expect(() => move(id, "done", { ...undo, from: "open" })).toThrow(
      "It is too late to undo this. Ada moved “Add an alert” to In review meanwhile.",
    );
    moveActionItem(ada, { id, to: "open", index: 0 });
    expect(() => move(id, "done", { ...undo, from: "open" })).toThrow("It is too late to undo");
    expect(stored(id)).toMatchObject({ status: "open", evidence: null });
  });
});

describe("a record that is imported again", () => {
  test("clears what was said of an item that it had closed and opens again", () => {
    const record = (status: string) =>
      makeRecord({ action_items: [{ title: "Add an alert", status }] });
    importRecord("Grace", record("done"));
    const id = db().select().from(actionItems).get()?.id ?? 0;
    closeItem(grace, { ...proof, id, to: "done", index: END, version: 1 });
    expect(stored(id)).toMatchObject({ ...proof, closedAt: null });

    importRecord("Grace", record("in_review"), { replace: true });

    expect(stored(id)).toMatchObject({ status: "in_review", evidence: null, closedAt: null });
  });
});

describe("closeItem", () => {
  const form = { version: 1, index: END } as const;

  test("brings an item to its column", () => {
    const id = makeActionItem();
    closeItem(grace, { ...form, ...proof, id, to: "done" }, 1000);
    expect(stored(id)).toMatchObject({ ...proof, status: "done", closedAt: 1000, version: 2 });
  });

  test("says in other words what closed it, and keeps its place and day", () => {
    const id = makeActionItem();
    makeActionItem({ status: "done" });
    closeItem(grace, { ...form, ...proof, id, to: "done", index: 0 }, 1000);

    const test = { evidenceKind: "test", evidence: "pool.test.ts" } as const;
    closeItem(ada, { ...form, ...test, version: 2, id, to: "done" }, 2000);

    const kept = { position: 0, closedAt: 1000, closedBy: "Grace" };
    expect(stored(id)).toMatchObject({ ...test, ...kept, version: 3 });
    expect(history(id).at(-1)).toEqual([
      "Ada",
      "evidence",
      "link: https://example.com/pr/7",
      "test: pool.test.ts",
      null,
    ]);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Ada",
      action: "action-item:edit",
      detail: { action_item: id },
    });
  });

  test("does not close over what somebody else changed", () => {
    const id = makeActionItem();
    move(id, "in_review");
    const late = () => closeItem(ada, { ...form, ...proof, id, to: "done" });
    expect(late).toThrow(ConflictError);
    expect(stored(id)?.status).toBe("in_review");
  });
});
