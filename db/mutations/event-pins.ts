import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { events } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireWritable } from "./entries";
import { requireEvent } from "./event-rows";

export type Pin = { key: string; seq: number; isPinned: boolean };

/** Puts a row among those that stand first, or takes it from there. */
export function pinEvent(viewer: Viewer, { key, seq, isPinned }: Pin): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const event = requireEvent(incident, seq);
    if (event.isPinned === isPinned) return;
    db().update(events).set({ isPinned }).where(eq(events.id, event.id)).run();
    recordAudit(
      viewer.name,
      isPinned ? "incident:pin-event" : "incident:unpin-event",
      `incident ${key}`,
      { seq },
      incident.id,
    );
  });
}
