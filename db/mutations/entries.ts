import { and, count, eq, max, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { keyFor } from "@/db/queries/named-incidents";
import { visibleTo } from "@/db/queries/visibility";
import { communications, events, incidents } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import type { Audience } from "@/lib/domain/incident";
import type { JsonObject } from "@/lib/domain/record";
import { toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";

export type IncidentRow = typeof incidents.$inferSelect;

/** An export must be importable again, and a record holds no more events than this. */
export const MOST_EVENTS = 10_000;

/** The incident as it stands; one that this person may not know of is not there. */
export function requireIncident(viewer: Viewer, key: string): IncidentRow {
  const incident = db()
    .select()
    .from(incidents)
    .where(and(eq(incidents.key, key), visibleTo(viewer)))
    .get();
  if (!incident) throw new NotFoundError(`There is no incident ${key}.`);
  return incident;
}

/** The incident, for those who add to its story: one that was merged into another is only read. */
export function requireWritable(viewer: Viewer, key: string): IncidentRow {
  const incident = requireIncident(viewer, key);
  if (incident.mergedIntoId !== null) {
    const into = keyFor(viewer, incident.mergedIntoId) ?? "another incident";
    throw new DomainError(`${key} was merged into ${into}. Write there, or undo the merge first.`);
  }
  return incident;
}

/** Changes an incident and counts its version up. */
export function changeIncident(
  { id }: IncidentRow,
  change: Partial<typeof incidents.$inferInsert>,
): void {
  db()
    .update(incidents)
    .set({ ...change, version: sql`${incidents.version} + 1` })
    .where(eq(incidents.id, id))
    .run();
}

type NewEvent = {
  at: number;
  type: string;
  actor: string;
  description: string;
  metadata?: JsonObject;
  /** Whoever typed it. A row without one tells of a change and is never edited. */
  recordedBy?: number;
  audience?: Audience;
};

/** Writes an event at the end of the record's array and answers its number within the incident. */
export function appendEvent({ id }: { id: number }, event: NewEvent): number {
  const last = db()
    .select({ count: count(), seq: max(events.seq), ordinal: max(events.ordinal) })
    .from(events)
    .where(eq(events.incidentId, id))
    .get();
  if ((last?.count ?? 0) >= MOST_EVENTS) {
    throw new DomainError(
      "This timeline holds 10,000 events, which is as many as one incident can.",
    );
  }

  const seq = (last?.seq ?? 0) + 1;
  db()
    .insert(events)
    .values({
      ...event,
      incidentId: id,
      seq,
      ordinal: (last?.ordinal ?? -1) + 1,
      timestamp: toUtc(event.at),
      origin: event.recordedBy === undefined ? "system" : "portal",
    })
    .run();
  return seq;
}

type NewCommunication = {
  at: number;
  channel: string;
  audience: string;
  message: string;
  nextUpdateDueAt: number | null;
};

/** Writes a communication at the end of the record's array. */
export function appendCommunication({ id }: { id: number }, communication: NewCommunication) {
  const last = db()
    .select({ seq: max(communications.seq), ordinal: max(communications.ordinal) })
    .from(communications)
    .where(eq(communications.incidentId, id))
    .get();
  return db()
    .insert(communications)
    .values({
      ...communication,
      incidentId: id,
      seq: (last?.seq ?? 0) + 1,
      ordinal: (last?.ordinal ?? -1) + 1,
      timestamp: toUtc(communication.at),
      origin: "portal",
    })
    .returning({ id: communications.id, seq: communications.seq })
    .get();
}

/** The clock of what the portal writes: whole seconds. */
export function wholeSecond(now: number): number {
  return Math.floor(now / 1000) * 1000;
}
