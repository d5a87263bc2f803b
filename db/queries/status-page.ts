import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { communications, events, publicIncidents, publicUpdates } from "@/db/schema";
import { CHANNELS } from "@/lib/domain/incident";
import { statusesOf, type Announcement } from "@/lib/domain/public-status";

export type Publishable = ReturnType<typeof listPublishable>[number];

/** The incident's messages that may go to the public page, by time, and which of them are there. */
export function listPublishable(incidentId: number) {
  const { id, seq, at, ordinal, message, nextUpdateDueAt, audience, channel } = communications;
  const messages = db()
    .select({
      communicationId: id,
      seq,
      at,
      message,
      nextUpdateDueAt,
      updateId: publicUpdates.publicId,
    })
    .from(communications)
    .leftJoin(publicUpdates, eq(publicUpdates.communicationId, id))
    .where(
      and(
        eq(communications.incidentId, incidentId),
        eq(audience, "external"),
        eq(channel, CHANNELS.external),
      ),
    )
    .orderBy(asc(at), asc(ordinal))
    .all();
  return statusesOf(messages, announcementsOf(incidentId));
}

/** The statuses that the incident's own communication events name for the status page. */
function announcementsOf(incidentId: number): Announcement[] {
  return db()
    .select({ at: events.at, metadata: events.metadata })
    .from(events)
    .where(and(eq(events.incidentId, incidentId), eq(events.type, "communication")))
    .orderBy(asc(events.ordinal))
    .all()
    .filter(({ metadata }) => (metadata?.channel ?? CHANNELS.external) === CHANNELS.external)
    .map(({ at, metadata }) => ({ at, status: metadata?.status }));
}

/** The id of the incident's public page; `undefined` while nothing of it is published. */
export function findPublicId(incidentId: number): string | undefined {
  return db()
    .select({ publicId: publicIncidents.publicId })
    .from(publicIncidents)
    .where(and(eq(publicIncidents.incidentId, incidentId), isNull(publicIncidents.withdrawnAt)))
    .get()?.publicId;
}
