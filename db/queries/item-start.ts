import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events, incidents } from "@/db/schema";
import { titleFrom } from "@/lib/domain/action-item";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

export type ItemStart = { key?: string; title?: string; event?: string };

/** What the form for a new item begins with: its incident, and what a row of its timeline says. */
export function itemStart(viewer: Viewer, key: string | undefined, seq: number): ItemStart {
  if (key === undefined) return {};
  const row = db()
    .select({ description: events.description })
    .from(events)
    .innerJoin(incidents, eq(incidents.id, events.incidentId))
    .where(and(eq(incidents.key, key), eq(events.seq, seq), visibleTo(viewer)))
    .get();
  return row ? { key, title: titleFrom(row.description), event: String(seq) } : { key };
}
