import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItemChanges } from "@/db/schema";
import { realChanges, type ItemChange } from "@/lib/domain/action-item-change";
import { changedFields } from "@/lib/domain/audit-detail";
import type { JsonObject } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";

/**
 * Keeps in an item's history what changed in it, a row for each field that is another now; called
 * inside the change's own transaction, which also writes the audit row.
 */
export function recordChanges(
  viewer: Viewer,
  itemId: number,
  changes: ItemChange[],
  now: number,
): void {
  for (const change of realChanges(changes)) {
    db()
      .insert(actionItemChanges)
      .values({ actionItemId: itemId, at: now, by: viewer.name, ...change })
      .run();
  }
}

/** What was kept of an item's change at this moment, as the audit record tells it. */
export function keptChanges(
  itemId: number,
  now: number,
): { before: JsonObject; after: JsonObject } {
  const { actionItemId, at, field, before, after } = actionItemChanges;
  const rows = db()
    .select({ field, before, after })
    .from(actionItemChanges)
    .where(and(eq(actionItemId, itemId), eq(at, now)))
    .all();
  return changedFields(
    Object.fromEntries(rows.map((row) => [row.field, row.before])),
    Object.fromEntries(rows.map((row) => [row.field, row.after])),
  );
}

type Answers = { before: number[] | undefined; after: number[] | undefined };

/** Keeps in the items' histories which of them answer a factor since, and which no longer do. */
export function recordAnswers(
  viewer: Viewer,
  factor: string,
  { before = [], after = [] }: Answers,
  now: number,
): void {
  for (const id of new Set([...before, ...after])) {
    const nameIn = (ids: number[]) => (ids.includes(id) ? factor : null);
    const change = { field: "factors" as const, before: nameIn(before), after: nameIn(after) };
    recordChanges(viewer, id, [change], now);
  }
}
