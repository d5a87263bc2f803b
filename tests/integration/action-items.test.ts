import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addActionItem, editActionItem } from "@/db/mutations/action-item-edits";
import { moveActionItem } from "@/db/mutations/action-items";
import { findActionItem, listActionItemsOf, listBoardCards } from "@/db/queries/action-items";
import { actionItems, auditLog, events } from "@/db/schema";
import { columnOf, END } from "@/lib/domain/board";
import type { ClosingWords } from "@/lib/domain/closing";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";

freshDatabase();

const viewer = makeViewer({ name: "Grace" });
const proof: ClosingWords = { evidenceKind: "test", evidence: "The pool test passes" };
const lastAudit = () => db().select().from(auditLog).orderBy(desc(auditLog.id)).limit(1).get();
const stored = (id: number) => db().select().from(actionItems).where(eq(actionItems.id, id)).get();

/** The titles of each column, from top to bottom, after checking that its places have no gaps. */
function board() {
  const columns: Record<string, string[]> = {};
  for (const { status, position, title } of listBoardCards(makeViewer())) {
    const titles = (columns[columnOf(status)] ??= []);
    expect(position).toBe(titles.length);
    titles.push(title);
  }
  return columns;
}

describe("moveActionItem", () => {
  test("saves the card where it was dropped and pushes the others down", () => {
    makeActionItem({ title: "Write runbook", status: "done" });
    const id = makeActionItem({ title: "Add alert" });
    makeActionItem({ title: "Load test" });

    moveActionItem(viewer, { ...proof, id, to: "done", index: 0 });

    expect(board()).toEqual({ open: ["Load test"], done: ["Add alert", "Write runbook"] });
  });

  test("changes no more than the status and closing of the moved card, and counts its version up", () => {
    const pushed = makeActionItem({ title: "Write runbook", status: "Done" });
    const id = makeActionItem({ title: "Add alert", status: "blocked" });
    const before = stored(id);

    moveActionItem(viewer, { ...proof, id, to: "done", index: 0 }, 1000);

    const closed = { ...proof, closedAt: 1000, closedBy: "Grace" };
    expect(stored(id)).toEqual({ ...before, ...closed, status: "done", position: 0, version: 2 });
    expect(stored(pushed)).toMatchObject({ status: "Done", position: 1, version: 1 });
  });

  test("keeps a record's own status word within its column", () => {
    makeActionItem({ title: "Add alert" });
    const id = makeActionItem({ title: "Load test", status: "blocked" });

    moveActionItem(viewer, { id, to: "open", index: 0 });

    expect(board()).toEqual({ open: ["Load test", "Add alert"] });
    expect(stored(id)).toMatchObject({ status: "blocked", version: 1 });
  });

  test("is undone to the letter", () => {
    const id = makeActionItem({ status: null });
    const before = stored(id);

    moveActionItem(viewer, { ...proof, id, to: "done", index: 0 });
    moveActionItem(viewer, { id, to: "open", index: 0, word: null, isUndo: true });

    expect(stored(id)).toEqual({ ...before, version: 3 });
  });

  test("tells the audit log who moved what, and leaves the incident's record alone", () => {
    const key = makeIncident();
    const timeline = db().select().from(events).all();
    const id = makeActionItem({ status: null });

    moveActionItem(viewer, { id, to: "in_review", index: 0 });

    expect(lastAudit()).toMatchObject({
      actor: "Grace",
      action: "action-item:move",
      object: `incident ${key}`,
      detail: { action_item: id, from: null, to: "in_review" },
    });
    expect(db().select().from(events).all()).toEqual(timeline);
  });

  test("says so when somebody moved the card to another column since it was shown", () => {
    const id = makeActionItem({ title: "Add alert" });
    moveActionItem(viewer, { id, from: "open", to: "in_review", index: 0 });

    const late = () => moveActionItem(viewer, { ...proof, id, from: "open", to: "done", index: 0 });

    expect(late).toThrow(ConflictError);
    expect(late).toThrow("Grace moved “Add alert” to In review meanwhile.");
    expect(board()).toEqual({ in_review: ["Add alert"] });
  });

  test("says so when the card is gone", () => {
    expect(() => moveActionItem(viewer, { id: 404, to: "done", index: 0 })).toThrow(
      "Someone deleted this action item.",
    );
  });
});

describe("editActionItem", () => {
  const form = { version: 1, title: "Add an alert", status: "open" };

  test("saves what was typed", () => {
    const id = makeActionItem();
    const text = { owner: "Bob Kim", priority: "P0", type: "detection", deadline: "2026-05-01" };

    editActionItem(viewer, {
      ...form,
      ...text,
      deadlineReason: "A freeze",
      id,
      title: " Add two alerts ",
    });

    expect(findActionItem(id)).toMatchObject({ ...text, title: "Add two alerts", version: 2 });
    expect(lastAudit()).toMatchObject({ action: "action-item:edit", detail: { action_item: id } });
  });

  test("keeps to the letter what nobody changed", () => {
    const id = makeActionItem({ title: "Add  an\nalert ", owner: "", status: "Open", type: null });
    const before = stored(id);

    editActionItem(viewer, { ...form, id, title: "Add an alert", status: "Open", type: "process" });

    expect(stored(id)).toEqual({ ...before, type: "process", version: 2 });
  });

  test("puts a card with another column's status at that column's end", () => {
    makeActionItem({ title: "Write runbook", status: "done" });
    const id = makeActionItem();
    makeActionItem({ title: "Load test" });

    editActionItem(viewer, { ...form, ...proof, id, status: "done" });

    expect(board()).toEqual({ open: ["Load test"], done: ["Write runbook", "Add an alert"] });
  });

  test("changes the status word within a column, and leaves it where none is given", () => {
    const id = makeActionItem({ status: "blocked" });

    editActionItem(viewer, { ...form, id, status: undefined });
    expect(stored(id)?.status).toBe("blocked");
    editActionItem(viewer, { ...form, id, version: 2, status: "open" });
    expect(stored(id)?.status).toBe("open");
  });

  test("refuses a text that was typed over an older one, and says what stands there", () => {
    const id = makeActionItem();
    editActionItem(viewer, { ...form, id, title: "Hers" });

    const attempt = () => editActionItem(viewer, { ...form, id, title: "His" });

    expect(attempt).toThrow(ConflictError);
    expect(attempt).toThrow("Someone changed this action item meanwhile. Your text is kept here.");
    expect(findActionItem(id)).toMatchObject({ title: "Hers", version: 2 });
  });

  test("refuses an empty title and a deadline that is no day", () => {
    const id = makeActionItem();
    expect(() => editActionItem(viewer, { ...form, id, title: " " })).toThrow("needs a title");
    expect(() => editActionItem(viewer, { ...form, id, deadline: "2026-02-30" })).toThrow(
      "“2026-02-30” is not a day such as 2026-05-01.",
    );
  });
});

describe("addActionItem", () => {
  test("puts a new item at the end of Open and of its incident's list", () => {
    const key = makeIncident();
    const first = makeActionItem({ ordinal: 4 });

    const { id } = addActionItem(viewer, { key, title: "Load test", deadline: "2026-05-01" });

    expect(board()).toEqual({ open: ["Add an alert", "Load test"] });
    expect(stored(id)).toMatchObject({ ordinal: 5, origin: "portal", source: null, owner: null });
    const incidentId = stored(id)?.incidentId ?? 0;
    expect(listActionItemsOf(incidentId).map((item) => item.id)).toEqual([first, id]);
    expect(lastAudit()).toMatchObject({ action: "action-item:add", object: `incident ${key}` });
  });

  test("says so when there is no such incident", () => {
    expect(() => addActionItem(viewer, { key: "INC-2026-0404", title: "Load test" })).toThrow(
      "There is no incident INC-2026-0404.",
    );
  });
});

describe("a long column", () => {
  test("takes a card at its top", () => {
    for (let i = 0; i < 30; i += 1) makeActionItem({ title: `Card ${i}`, status: "done" });
    const id = makeActionItem({ title: "Newest" });
    moveActionItem(viewer, { ...proof, id, to: "done", index: END });
    moveActionItem(viewer, { id, to: "done", index: 0 });
    expect(board().done?.slice(0, 2)).toEqual(["Newest", "Card 0"]);
  });
});
