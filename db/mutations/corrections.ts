import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findRowAbout } from "@/db/queries/messages";
import {
  communicationRevisions,
  communications,
  eventRevisions,
  events,
  publicUpdates,
} from "@/db/schema";
import { changedFields } from "@/lib/domain/audit-detail";
import { mayCorrect } from "@/lib/domain/correction";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { nextUpdateIn } from "@/lib/domain/next-update";
import { audienceOf } from "@/lib/domain/promises";
import { splitStatus } from "@/lib/domain/public-status";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireIncident, type IncidentRow } from "./entries";
import { announcement } from "./message-events";
import { requireConfirmed } from "./update-check";

export type Correction = {
  key: string;
  /** The message's number within its incident. */
  seq: number;
  message: string;
  /** The version that the writer saw. */
  version: number;
  /** What of the check the writer has seen and posts anyway, by key. */
  confirmed: string[];
};

/**
 * Puts a posted message right: what it said is kept, the timeline's row about it follows, and where
 * everyone reads it the public update says that it was corrected, and when.
 */
export function correctMessage(
  viewer: Viewer,
  correction: Correction,
  now = Date.now(),
): { seq: number } {
  const { key, seq, message: text } = correction;
  return transaction(() => {
    const incident = requireIncident(viewer, key);
    const message = requireMessage(viewer, incident, correction);
    if (message.message === text) return { seq };

    const update = findUpdate(message.id);
    const confirmed = update
      ? requireConfirmed(viewer, checkedText(incident, message, update, text), correction.confirmed)
      : [];
    const revision = { message: message.message, editedBy: viewer.name, editedAt: now };
    db()
      .insert(communicationRevisions)
      .values({ communicationId: message.id, ...revision })
      .run();
    db()
      .update(communications)
      .set({ message: text, editedAt: now, version: message.version + 1 })
      .where(eq(communications.id, message.id))
      .run();
    correctRow(viewer, message, text, now);
    if (update) correctUpdate(message, update, text, now);
    recordAudit(
      viewer.name,
      "incident:correct",
      `incident ${key}`,
      {
        ...{ seq, isPublic: update !== undefined, ...(confirmed.length > 0 && { confirmed }) },
        ...changedFields({ message: message.message }, { message: text }),
      },
      incident.id,
    );
    return { seq };
  });
}

type Message = typeof communications.$inferSelect;

function requireMessage(viewer: Viewer, incident: IncidentRow, correction: Correction): Message {
  const message = db()
    .select()
    .from(communications)
    .where(and(eq(communications.incidentId, incident.id), eq(communications.seq, correction.seq)))
    .get();
  if (!message) throw new NotFoundError("This message is not there.");

  const isPublic = audienceOf(message.audience) === "external";
  const author = findRowAbout(incident.id, message.id)?.actor ?? null;
  if (!mayCorrect({ isPublic, author }, viewer)) {
    throw new DomainError(
      `${author ?? "Someone else"} wrote this. They or an admin can correct it.`,
    );
  }
  if (message.version !== correction.version) {
    throw new ConflictError(
      "Someone corrected this message while you wrote. Your text is kept here: compare it with theirs, then save again.",
      { message: message.message, version: message.version },
    );
  }
  return message;
}

type PublicUpdate = { id: number; status: string };

function findUpdate(communicationId: number): PublicUpdate | undefined {
  return db()
    .select({ id: publicUpdates.id, status: publicUpdates.status })
    .from(publicUpdates)
    .where(eq(publicUpdates.communicationId, communicationId))
    .get();
}

/** The text as if it had been posted when the message was. */
function checkedText(
  { id: incidentId }: IncidentRow,
  message: Message,
  { status }: PublicUpdate,
  text: string,
) {
  const { at } = message;
  const said = nextUpdateIn(message.message, at);
  const dueAt = message.nextUpdateDueAt ?? nextUpdateIn(text, at) ?? said;
  return { incidentId, text, status, at, dueAt, changed: [], replaces: message.id };
}

function correctUpdate(message: Message, { id }: PublicUpdate, text: string, now: number): void {
  db()
    .update(publicUpdates)
    .set({
      body: splitStatus(text).body,
      nextUpdateDueAt: message.nextUpdateDueAt ?? nextUpdateIn(text, message.at) ?? null,
      correctedAt: now,
    })
    .where(eq(publicUpdates.id, id))
    .run();
}

function correctRow(viewer: Viewer, message: Message, text: string, now: number): void {
  const row = findRowAbout(message.incidentId, message.id);
  if (!row) return;
  const { id, at, type, description, audience, version, metadata } = row;
  const status = splitStatus(text).status ?? metadata?.status;
  const beginning = announcement(
    audienceOf(message.audience),
    typeof status === "string" ? status : "update",
  );
  db()
    .insert(eventRevisions)
    .values({ eventId: id, at, type, description, audience, editedBy: viewer.name, editedAt: now })
    .run();
  db()
    .update(events)
    .set({
      description: `${beginning}${splitStatus(text).body}`,
      editedAt: now,
      version: version + 1,
    })
    .where(eq(events.id, id))
    .run();
}
