import { transaction } from "@/db/client";
import { columnOf } from "@/lib/domain/board";
import { isNoChange, type SharedChange } from "@/lib/domain/bulk";
import { ConflictError, DomainError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { keptChanges } from "./action-item-changes";
import { putTexts } from "./action-item-texts";
import { requireItem, type ItemRow } from "./action-items";
import { recordAudit } from "./audit";
import { changeStatus } from "./closing";
import { decideDeadline } from "./deadlines";

export type ItemsChange = {
  /** Each with the version that the person saw. */
  items: { id: number; version: number }[];
  change: SharedChange;
};

/** Changes all of these items in the same way, or none where one of them cannot be changed so. */
export function changeItems(
  viewer: Viewer,
  { items, change }: ItemsChange,
  now = Date.now(),
): { count: number } {
  if (items.length === 0) throw new DomainError("Select the action items that are to change.");
  if (isNoChange(change)) throw new DomainError("Choose what is to change.");
  transaction(() => {
    for (const { id, version } of items)
      changeOne(viewer, requireItem(viewer, id), version, change, now);
  });
  return { count: items.length };
}

function changeOne(
  viewer: Viewer,
  item: ItemRow,
  version: number,
  { texts, deadline, status, ...words }: SharedChange,
  now: number,
): void {
  const name = `AI-${item.id}, “${item.title}”`;
  if (item.version !== version) {
    throw new ConflictError(`Someone changed ${name} meanwhile. Nothing was changed here.`, item);
  }
  try {
    putTexts(viewer, item, texts, now);
    if (deadline) decideDeadline(viewer, item.id, deadline, now);
    if (status && status !== columnOf(item.status)) {
      changeStatus(viewer, item.id, { status, words }, now);
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(`${name}: ${error.message} Nothing was changed.`);
  }
  const detail = { action_item: item.id, ...keptChanges(item.id, now) };
  recordAudit(viewer.name, "action-item:edit", `incident ${item.key}`, detail, item.incidentId);
}
