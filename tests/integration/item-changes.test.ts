import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { editActionItem } from "@/db/mutations/action-item-edits";
import { changeItems } from "@/db/mutations/item-changes";
import { actionItemChanges, actionItems, auditLog, incidents } from "@/db/schema";
import type { SharedChange } from "@/lib/domain/bulk";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";
import { makeTeam } from "../support/make-team";

freshDatabase();

const viewer = makeViewer({ name: "Grace", role: "responder" });
const NOW = Date.UTC(2026, 4, 4, 12);

let first = 0;
let second = 0;
beforeEach(() => {
  makeIncident();
  first = makeActionItem({ title: "Add alert", priority: "P2", deadline: "2026-06-01" });
  second = makeActionItem({ title: "Load test", owner: "Bob", type: "process" });
});

const stored = () => db().select().from(actionItems).all();
const change = (what: Partial<SharedChange>, ids = [first, second]) =>
  changeItems(
    viewer,
    { items: ids.map((id) => ({ id, version: 1 })), change: { texts: {}, ...what } },
    NOW,
  );

/** What stops the change, after checking that it left nothing behind. */
function refusal(run: () => unknown): unknown {
  const before = stored();
  try {
    run();
  } catch (error) {
    expect(stored()).toEqual(before);
    expect(db().select().from(actionItemChanges).all()).toEqual([]);
    return error;
  }
  return undefined;
}

describe("changeItems", () => {
  test("gives all of them what was chosen and leaves the rest of each", () => {
    expect(change({ texts: { owner: "Alice Chen", type: "" } })).toEqual({ count: 2 });
    expect(stored()).toMatchObject([
      { title: "Add alert", owner: "Alice Chen", priority: "P2", type: null, version: 2 },
      { title: "Load test", owner: "Alice Chen", priority: null, type: null, version: 2 },
    ]);
  });

  test("keeps in the history of each what it was before, and tells the audit log", () => {
    change({ texts: { owner: "Alice Chen" } });
    expect(db().select().from(actionItemChanges).all()).toMatchObject([
      { actionItemId: first, field: "owner", before: null, after: "Alice Chen", by: "Grace" },
      { actionItemId: second, field: "owner", before: "Bob", after: "Alice Chen", at: NOW },
    ]);
    const audits = db()
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, "action-item:edit"))
      .all();
    expect(audits.map(({ detail }) => detail)).toEqual([
      { action_item: first, before: { owner: null }, after: { owner: "Alice Chen" } },
      { action_item: second, before: { owner: "Bob" }, after: { owner: "Alice Chen" } },
    ]);
  });

  test("sets a day with its reason, and a column with its proof", () => {
    change({
      deadline: { day: "2026-07-01", reason: "Quarter’s end" },
      status: "done",
      evidenceKind: "test",
      evidence: "It fires",
    });
    for (const item of stored()) {
      expect(item).toMatchObject({
        deadline: "2026-07-01",
        deadlineReason: "Quarter’s end",
        status: "done",
        evidence: "It fires",
        closedBy: "Grace",
        closedAt: NOW,
      });
    }
  });

  test("leaves an item alone that stands in the column already", () => {
    db().update(actionItems).set({ status: "WIP" }).where(eq(actionItems.id, first)).run();
    change({ status: "open" });
    expect(stored()[0]).toMatchObject({ status: "WIP" });
  });

  test("changes none of them where one refuses, and names it", () => {
    db().update(actionItems).set({ status: "done" }).where(eq(actionItems.id, first)).run();
    const refused = refusal(() => change({ texts: { owner: "Alice" }, status: "done" }));
    expect(refused).toBeInstanceOf(DomainError);
    expect(String(refused)).toContain(`AI-${second}, “Load test”: Say what proves it`);
    expect(String(refused)).toContain("Nothing was changed.");
  });

  test("changes none of them where somebody changed one meanwhile", () => {
    db().update(actionItems).set({ version: 2 }).where(eq(actionItems.id, second)).run();
    const refused = refusal(() => change({ texts: { owner: "Alice" } }));
    expect(refused).toBeInstanceOf(ConflictError);
    expect(String(refused)).toContain(`Someone changed AI-${second}, “Load test” meanwhile.`);
  });

  test("knows no item of a private incident that is not for this person", () => {
    db().update(incidents).set({ isPrivate: true }).run();
    expect(refusal(() => change({ texts: { owner: "Alice" } }))).toBeInstanceOf(NotFoundError);
  });

  test("asks for items and for a change", () => {
    expect(() => change({ texts: { owner: "Alice" } }, [])).toThrow("Select the action items");
    expect(() => change({})).toThrow("Choose what is to change.");
  });
});

describe("editActionItem", () => {
  test("gives an item a team of its own, and takes it away where none is chosen", () => {
    const { id: teamId } = makeTeam({ name: "Payments" });
    const form = { id: first, title: "Add alert", priority: "P2", deadline: "2026-06-01" };

    editActionItem(viewer, { ...form, version: 1, team: String(teamId) }, NOW);
    expect(stored()[0]).toMatchObject({ teamId, version: 2 });
    editActionItem(viewer, { ...form, version: 2 }, NOW);
    expect(stored()[0]).toMatchObject({ teamId: null, version: 3 });
  });
});
