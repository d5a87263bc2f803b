import { and, asc, eq, gt, or } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";

const columns = {
  id: events.id,
  seq: events.seq,
  ordinal: events.ordinal,
  at: events.at,
  type: events.type,
  actor: events.actor,
  description: events.description,
  metadata: events.metadata,
  audience: events.audience,
  isPinned: events.isPinned,
  origin: events.origin,
  recordedAt: events.recordedAt,
  editedAt: events.editedAt,
  version: events.version,
};

/** Rows of an incident's timeline by time, from after a place on. */
export function listTimelineRows(
  incidentId: number,
  { after, limit }: { after: { at: number; ordinal: number } | undefined; limit: number },
) {
  const { at, ordinal } = events;
  const later = after && or(gt(at, after.at), and(eq(at, after.at), gt(ordinal, after.ordinal)));
  return db()
    .select(columns)
    .from(events)
    .where(and(eq(events.incidentId, incidentId), later))
    .orderBy(asc(at), asc(ordinal))
    .limit(limit)
    .all();
}

/** One row by its number within the incident. */
export const getTimelineRow = (incidentId: number, seq: number) =>
  db()
    .select(columns)
    .from(events)
    .where(and(eq(events.incidentId, incidentId), eq(events.seq, seq)))
    .get();
