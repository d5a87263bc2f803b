import { desc, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listCommunicationRows, listEventRows } from "@/db/queries/record";
import { eventRevisions, events } from "@/db/schema";
import { changedFields } from "@/lib/domain/audit-detail";
import { ConflictError, DomainError } from "@/lib/domain/error";
import type { Audience } from "@/lib/domain/incident";
import { keepingOf, whyKept } from "@/lib/domain/keeping";
import { toUtc } from "@/lib/domain/time";
import { joinCommunications } from "@/lib/domain/timeline";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireWritable, type IncidentRow } from "./entries";
import { requireEvent, timeOfEvent, type EventRow } from "./event-rows";

export type EventEdit = {
  key: string;
  seq: number;
  /** The version that the writer saw. */
  version: number;
  type: string;
  description: string;
  at: number;
  audience: Audience;
};

/** What stands there now, for a writer who saw something else. */
export type StandingEvent = {
  version: number;
  type: string | null;
  description: string;
  at: number;
  audience: Audience;
  /** Who wrote it so, and when. */
  editedBy: string | null;
  editedAt: number | null;
};

/** Changes a row that a person typed, and keeps what it said before. */
export function editEvent(viewer: Viewer, edit: EventEdit, now = Date.now()): { seq: number } {
  return transaction(() => {
    const incident = requireWritable(viewer, edit.key);
    const event = requireEvent(incident, edit.seq);
    requireOwn(viewer, incident, event);

    const { seq, type, description, audience } = edit;
    const at = edit.at === event.at ? event.at : timeOfEvent(edit.at, now);
    const isSame =
      at === event.at &&
      type === event.type &&
      description === event.description &&
      audience === event.audience;
    if (isSame) return { seq };
    if (edit.version !== event.version) {
      throw new ConflictError(
        "Someone changed this row while you were writing. Your text is kept here: compare, then save again.",
        standing(event),
      );
    }

    rememberRevision(viewer, event, now);
    const timestamp = at === event.at ? event.timestamp : toUtc(at);
    const written = { timestamp, type, description, audience };
    const change = { ...written, at, editedAt: now };
    db()
      .update(events)
      .set({ ...change, version: event.version + 1 })
      .where(eq(events.id, event.id))
      .run();
    recordAudit(
      viewer.name,
      "incident:edit-event",
      `incident ${incident.key}`,
      { seq, version: event.version + 1, ...changedFields(event, written) },
      incident.id,
    );
    return { seq };
  });
}

function requireOwn(viewer: Viewer, { id }: IncidentRow, event: EventRow): void {
  const rows = listEventRows(id);
  const joined = joinCommunications(rows, listCommunicationRows(id));
  const repeatsMessage = joined.has(rows.findIndex((row) => row.id === event.id));
  const reason = whyKept(keepingOf({ ...event, repeatsMessage }, viewer), event.actor);
  if (reason) throw new DomainError(reason);
}

function standing({ id, ...event }: EventRow): StandingEvent {
  const { version, type, description, at, audience, editedAt } = event;
  const last = db()
    .select({ editedBy: eventRevisions.editedBy })
    .from(eventRevisions)
    .where(eq(eventRevisions.eventId, id))
    .orderBy(desc(eventRevisions.id))
    .get();
  return { version, type, description, at, audience, editedAt, editedBy: last?.editedBy ?? null };
}

function rememberRevision(viewer: Viewer, event: EventRow, now: number): void {
  const { id: eventId, at, type, description, audience } = event;
  db()
    .insert(eventRevisions)
    .values({ eventId, at, type, description, audience, editedBy: viewer.name, editedAt: now })
    .run();
}
