import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { endSnooze, snoozeItem } from "@/db/mutations/action-item-snooze";
import { actionItemChanges, actionItems, auditLog, incidents } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeTeam } from "../support/make-team";

freshDatabase();

const viewer = makeViewer();
const NOW = Date.UTC(2026, 10, 23, 12);
const wish = (id: number, overrides = {}) => ({
  ...{ id, until: "2026-12-01", reason: "The vendor answers in December", seenUntil: undefined },
  ...overrides,
});

const stored = (id: number) => {
  const { snoozedUntil, snoozeReason, snoozedBy } = actionItems;
  const columns = { snoozedUntil, snoozeReason, snoozedBy };
  return db().select(columns).from(actionItems).where(eq(actionItems.id, id)).get();
};

describe("snoozeItem", () => {
  test("puts reminders off, and keeps who wanted it and why", () => {
    const id = makeActionItem();
    snoozeItem(viewer, wish(id), NOW);
    expect(stored(id)).toEqual({
      snoozedUntil: "2026-12-01",
      snoozeReason: "The vendor answers in December",
      snoozedBy: "Grace",
    });
    expect(db().select().from(actionItemChanges).all()).toMatchObject([
      { field: "snooze", before: null, after: "2026-12-01", by: "Grace", at: NOW },
    ]);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "action-item:snooze",
      detail: { action_item: id, until: "2026-12-01" },
    });
  });

  test("counts days where the item’s team works", () => {
    const { id: teamId } = makeTeam({ zone: "Pacific/Kiritimati" });
    const id = makeActionItem({ teamId });
    expect(() => snoozeItem(viewer, wish(id, { until: "2026-11-24" }), NOW)).toThrow("after today");
    snoozeItem(viewer, wish(id, { until: "2026-11-25" }), NOW);
    expect(stored(id)?.snoozedUntil).toBe("2026-11-25");
  });

  test("refuses what is closed, what changed meanwhile, and what is not for everybody", () => {
    const closed = makeActionItem({ status: "done" });
    expect(() => snoozeItem(viewer, wish(closed), NOW)).toThrow("is closed");
    const id = makeActionItem({ snoozedUntil: "2026-11-30" });
    expect(() => snoozeItem(viewer, wish(id), NOW)).toThrow("Someone changed the reminders");
    db().update(incidents).set({ isPrivate: true }).run();
    expect(() => snoozeItem(viewer, wish(id), NOW)).toThrow("Someone deleted this action item.");
    expect(() => endSnooze(viewer, { id, seenUntil: "2026-11-30" })).toThrow("deleted");
  });
});

describe("endSnooze", () => {
  test("lets reminders come back, for whoever saw the day that stands there", () => {
    const id = makeActionItem();
    snoozeItem(viewer, wish(id), NOW);
    expect(() => endSnooze(viewer, { id, seenUntil: "2026-11-30" }, NOW)).toThrow(
      "Someone changed",
    );
    endSnooze(viewer, { id, seenUntil: "2026-12-01" }, NOW);
    expect(stored(id)).toEqual({ snoozedUntil: null, snoozeReason: null, snoozedBy: null });
    expect(db().select().from(actionItemChanges).all().at(-1)).toMatchObject({
      before: "2026-12-01",
      after: null,
    });
  });
});
