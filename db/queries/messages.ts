import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { communicationRevisions, communications, events } from "@/db/schema";
import { mayCorrect } from "@/lib/domain/correction";
import { audienceOf } from "@/lib/domain/promises";
import { joinCommunications } from "@/lib/domain/timeline";
import type { Viewer } from "@/lib/domain/viewer";
import { listCommunicationRows } from "./record";

export type MessageEdits = ReturnType<typeof listMessageEdits>[number];

/** Of each message of an incident: what it said before, and whether this person may correct it. */
export function listMessageEdits(viewer: Viewer, incidentId: number) {
  const messages = listCommunicationRows(incidentId);
  const rows = rowsByMessage(incidentId, messages);
  const revisions = listRevisions(incidentId);
  return messages.map(({ id, seq, version, editedAt, audience }) => ({
    seq,
    version,
    correctedAt: editedAt,
    mayCorrect: mayCorrect(
      { isPublic: audienceOf(audience) === "external", author: rows.get(id)?.actor ?? null },
      viewer,
    ),
    /** Oldest first. */
    earlier: revisions.filter(({ communicationId }) => communicationId === id),
  }));
}

function listRevisions(incidentId: number) {
  const { communicationId, message, editedBy, editedAt } = communicationRevisions;
  return db()
    .select({ communicationId, message, editedBy, editedAt })
    .from(communicationRevisions)
    .innerJoin(communications, eq(communications.id, communicationId))
    .where(eq(communications.incidentId, incidentId))
    .orderBy(asc(editedAt), asc(communicationRevisions.id))
    .all();
}

/** The timeline's row that repeats a message, whose actor posted it; `undefined` where there is none. */
export const findRowAbout = (incidentId: number, messageId: number) =>
  rowsByMessage(incidentId, listCommunicationRows(incidentId)).get(messageId);

function rowsByMessage(
  incidentId: number,
  messages: ReturnType<typeof listCommunicationRows>,
): Map<number, typeof events.$inferSelect> {
  const rows = db()
    .select()
    .from(events)
    .where(and(eq(events.incidentId, incidentId), eq(events.type, "communication")))
    .orderBy(asc(events.ordinal), asc(events.id))
    .all();
  return new Map(
    [...joinCommunications(rows, messages)].flatMap(([event, message]) => {
      const [row, id] = [rows[event], messages[message]?.id];
      return row === undefined || id === undefined ? [] : [[id, row]];
    }),
  );
}
