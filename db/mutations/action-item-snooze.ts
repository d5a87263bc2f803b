import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { teamFinder } from "@/db/queries/teams";
import { actionItems } from "@/db/schema";
import { isClosed } from "@/lib/domain/closing";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { snoozeUntil } from "@/lib/domain/snooze";
import type { Viewer } from "@/lib/domain/viewer";
import { dayIn, DEFAULT_CALENDAR } from "@/lib/domain/working-days";
import { recordChanges } from "./action-item-changes";
import { requireItem } from "./action-items";
import { recordAudit } from "./audit";

/** `seenUntil` is the day that the writer saw there, or nothing. */
type Seen = { id: number; seenUntil?: string | undefined };

/** Puts an item's reminders off until a day, for a reason that its history keeps. */
export function snoozeItem(
  viewer: Viewer,
  { until, reason, ...seen }: Seen & { until: string; reason: string },
  now = Date.now(),
): void {
  transaction(() => {
    const item = requireItem(viewer, seen.id);
    if (isClosed(item.status)) {
      throw new DomainError("This action item is closed: nobody is reminded of it.");
    }
    const { zone } = teamFinder()(item)?.team ?? DEFAULT_CALENDAR;
    put(viewer, seen, { until: snoozeUntil(until, dayIn(zone, now)), reason }, now);
  });
}

/** Lets reminders of an item come back at once. */
export function endSnooze(viewer: Viewer, seen: Seen, now = Date.now()): void {
  transaction(() => put(viewer, seen, { until: null, reason: null }, now));
}

type Snooze = { until: string | null; reason: string | null };

function put(viewer: Viewer, { id, seenUntil }: Seen, { until, reason }: Snooze, now: number) {
  const item = requireItem(viewer, id);
  const { snoozedUntil } = actionItems;
  const before = db()
    .select({ snoozedUntil })
    .from(actionItems)
    .where(eq(actionItems.id, id))
    .get();
  const current = before?.snoozedUntil ?? null;
  if (current !== (seenUntil ?? null)) {
    throw new ConflictError(
      "Someone changed the reminders of this action item meanwhile.",
      current,
    );
  }
  db()
    .update(actionItems)
    .set({
      snoozedUntil: until,
      snoozeReason: reason,
      snoozedBy: until === null ? null : viewer.name,
    })
    .where(eq(actionItems.id, id))
    .run();
  const change = { field: "snooze", before: current, after: until } as const;
  recordChanges(viewer, id, [{ ...change, reason: reason ?? undefined }], now);
  const detail = { action_item: id, until };
  recordAudit(viewer.name, "action-item:snooze", `incident ${item.key}`, detail, item.incidentId);
}
