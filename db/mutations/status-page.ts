import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findPublicReport } from "@/db/queries/publication";
import { listPublishable } from "@/db/queries/status-page";
import { visibleTo } from "@/db/queries/visibility";
import { communications, incidents, publicIncidents, publicUpdates } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { CHANNELS } from "@/lib/domain/incident";
import { nextUpdateIn } from "@/lib/domain/next-update";
import { can } from "@/lib/domain/permissions";
import { whyNotPublic } from "@/lib/domain/posting";
import type { RecordImpact } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireIncident } from "./entries";
import { noticeOf } from "./notices";
import {
  addPublicUpdate,
  ensurePublicIncident,
  isPublished,
  refreshPublicIncident,
} from "./public-rows";

/** A person with their role, or the portal itself. */
export type Publisher = string | Viewer;

/** Older messages that are published afterwards are history: nobody is told of them. */
const STILL_NEWS = 24 * 3_600_000;

const nameOf = (publisher: Publisher) =>
  typeof publisher === "string" ? publisher : publisher.name;

/**
 * Puts one message to the outside on the public page: its text without the leading status word, its
 * time and its status, and of the incident only its title. A message that is there already stays as it
 * is. Any other audience or channel is refused, and so are private incidents and drills; a security
 * breach needs an admin.
 */
export function publishCommunication(
  publisher: Publisher,
  communicationId: number,
  status: string,
) {
  return transaction(() => {
    const written = writePublicUpdate(publisher, communicationId, status);
    if (!written) return undefined;
    const { incidentId, key, seq, publicId } = written;
    const detail = { communication: seq, update: publicId };
    recordAudit(nameOf(publisher), "incident:publish", `incident ${key}`, detail, incidentId);
    return written;
  });
}

/** The same without an audit row, as a part of a larger write; nothing where it is there already. */
export function writePublicUpdate(publisher: Publisher, communicationId: number, status: string) {
  const message = findMessage(communicationId);
  if (!message) throw new NotFoundError("This message is not there.");
  const { audience, channel, incidentId, key, seq, at } = message;
  if (audience !== "external" || channel !== CHANNELS.external) {
    throw new DomainError("Only a message written for the public status page can be published.");
  }
  const refusal = whyNotPublic(message);
  if (refusal) throw new DomainError(refusal);
  requireMayPublish(publisher, message.impact);
  if (isPublished(communicationId)) return undefined;

  const pageId = ensurePublicIncident(incidentId, message.title, at);
  const update = addPublicUpdate(pageId, {
    communicationId,
    message: message.message,
    at,
    nextUpdateDueAt: message.nextUpdateDueAt ?? nextUpdateIn(message.message, at) ?? null,
    status,
    publishedBy: nameOf(publisher),
  });
  refreshPublicIncident(pageId);
  return { incidentId, key, seq, at, ...update };
}

/** Puts every message that the incident has for the public page there, and tells nobody; gives how many were new. */
export function publishRecordCommunications(publisher: Publisher, incidentId: number): number {
  return transaction(() => {
    const waiting = listPublishable(incidentId).filter(({ updateId }) => updateId === null);
    for (const { communicationId, status } of waiting) {
      publishCommunication(publisher, communicationId, status);
    }
    return waiting.length;
  });
}

/** Publishes the messages of an incident that wait to be, or one of them; subscribers hear of what is new. */
export function publishWaiting(
  viewer: Viewer,
  { key, seq }: { key: string; seq?: number },
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    const messages = listPublishable(incident.id).filter(
      (each) => seq === undefined || each.seq === seq,
    );
    if (seq !== undefined && messages.length === 0) {
      throw new NotFoundError("This message is not there.");
    }
    for (const { communicationId, status } of messages) {
      const written = publishCommunication(viewer, communicationId, status);
      if (!written || now - written.at > STILL_NEWS) continue;
      noticeOf({ kind: "incident_update", publicUpdateId: written.id }, now);
    }
  });
}

/** Takes one update off the public page, and with its last update the incident and its report. */
export function retractUpdate(viewer: Viewer, updateId: string): void {
  transaction(() => {
    const update = db()
      .select({
        id: publicUpdates.id,
        publicIncidentId: publicUpdates.publicIncidentId,
        key: incidents.key,
        incidentId: incidents.id,
      })
      .from(publicUpdates)
      .innerJoin(publicIncidents, eq(publicIncidents.id, publicUpdates.publicIncidentId))
      .innerJoin(incidents, eq(incidents.id, publicIncidents.incidentId))
      .where(and(eq(publicUpdates.publicId, updateId), visibleTo(viewer)))
      .get();
    if (!update) throw new NotFoundError("This update is not on the status page.");

    const before = findPublicReport(update.incidentId)?.report;
    db().delete(publicUpdates).where(eq(publicUpdates.id, update.id)).run();
    refreshPublicIncident(update.publicIncidentId);
    if (before && !findPublicReport(update.incidentId)) {
      const detail = { edition: before.edition };
      const verb = "postmortem:retract-report";
      recordAudit(viewer.name, verb, `incident ${update.key}`, detail, update.incidentId);
    }
    recordAudit(
      viewer.name,
      "incident:retract",
      `incident ${update.key}`,
      {
        update: updateId,
      },
      update.incidentId,
    );
  });
}

function findMessage(communicationId: number) {
  const { incidentId, seq, at, audience, channel, message, nextUpdateDueAt } = communications;
  const { key, title, impact, isPrivate, isDrill } = incidents;
  return db()
    .select({
      incidentId,
      seq,
      at,
      audience,
      channel,
      message,
      nextUpdateDueAt,
      key,
      title,
      impact,
      isPrivate,
      isDrill,
    })
    .from(communications)
    .innerJoin(incidents, eq(incidents.id, incidentId))
    .where(eq(communications.id, communicationId))
    .get();
}

function requireMayPublish(publisher: Publisher, impact: RecordImpact | null): void {
  if (impact?.security_breach !== true || publisher === "system") return;
  const isAllowed = typeof publisher !== "string" && can(publisher, "incident:publish-breach");
  if (!isAllowed) {
    throw new DomainError("Only an admin can publish about a security breach.");
  }
}
