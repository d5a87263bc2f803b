import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { publicIncidents, publicPostmortems, publicUpdates } from "@/db/schema";
import { publicStatus, resolvedSince, splitStatus } from "@/lib/domain/public-status";
import { makePublicId } from "./public-id";

export function isPublished(communicationId: number): boolean {
  const found = db()
    .select({ id: publicUpdates.id })
    .from(publicUpdates)
    .where(eq(publicUpdates.communicationId, communicationId))
    .get();
  return found !== undefined;
}

/**
 * The incident's public row, made by its first update; the title stays as it was published then. One that was
 * taken off the page comes back at its address.
 */
export function ensurePublicIncident(incidentId: number, title: string, at: number): number {
  const found = db()
    .select({ id: publicIncidents.id, withdrawnAt: publicIncidents.withdrawnAt })
    .from(publicIncidents)
    .where(eq(publicIncidents.incidentId, incidentId))
    .get();
  if (found && found.withdrawnAt !== null) {
    const back = { title, withdrawnAt: null };
    db().update(publicIncidents).set(back).where(eq(publicIncidents.id, found.id)).run();
  }
  if (found) return found.id;
  return db()
    .insert(publicIncidents)
    .values({
      incidentId,
      publicId: makePublicId(),
      title,
      status: "investigating",
      startedAt: at,
      updatedAt: at,
    })
    .returning({ id: publicIncidents.id })
    .get().id;
}

type NewUpdate = {
  communicationId: number;
  message: string;
  at: number;
  nextUpdateDueAt: number | null;
  status: string;
  publishedBy: string;
};

/**
 * Writes one public update and answers its ids. Where a replaced record left the very same update
 * without its message, that update is given its message back instead.
 */
export function addPublicUpdate(
  publicIncidentId: number,
  update: NewUpdate,
): { id: number; publicId: string } {
  const { communicationId, at, nextUpdateDueAt, publishedBy } = update;
  const { body } = splitStatus(update.message);
  const orphan = findOrphan(publicIncidentId, at, body);
  if (orphan) {
    db()
      .update(publicUpdates)
      .set({ communicationId })
      .where(eq(publicUpdates.id, orphan.id))
      .run();
    return orphan;
  }
  return db()
    .insert(publicUpdates)
    .values({
      publicIncidentId,
      communicationId,
      publicId: makePublicId(),
      status: publicStatus(update.status) ?? statusBefore(publicIncidentId),
      body,
      displayAt: at,
      nextUpdateDueAt,
      publishedBy,
    })
    .returning({ id: publicUpdates.id, publicId: publicUpdates.publicId })
    .get();
}

function findOrphan(publicIncidentId: number, at: number, body: string) {
  return db()
    .select({ id: publicUpdates.id, publicId: publicUpdates.publicId })
    .from(publicUpdates)
    .where(
      and(
        eq(publicUpdates.publicIncidentId, publicIncidentId),
        isNull(publicUpdates.communicationId),
        eq(publicUpdates.displayAt, at),
        eq(publicUpdates.body, body),
      ),
    )
    .get();
}

function statusBefore(publicIncidentId: number): string {
  return newestFirst(publicIncidentId)[0]?.status ?? "investigating";
}

function newestFirst(publicIncidentId: number) {
  return db()
    .select({ status: publicUpdates.status, at: publicUpdates.displayAt })
    .from(publicUpdates)
    .where(eq(publicUpdates.publicIncidentId, publicIncidentId))
    .orderBy(desc(publicUpdates.displayAt), desc(publicUpdates.id))
    .all();
}

/**
 * Brings the public incident's status and times to its updates. Without updates it is withdrawn with its report:
 * only its address stays known, to say that it is gone.
 */
export function refreshPublicIncident(id: number): void {
  const updates = newestFirst(id);
  const [newest, oldest] = [updates[0], updates.at(-1)];
  if (!newest || !oldest) {
    db().delete(publicPostmortems).where(eq(publicPostmortems.publicIncidentId, id)).run();
    const gone = { title: "", withdrawnAt: Date.now() };
    db().update(publicIncidents).set(gone).where(eq(publicIncidents.id, id)).run();
    return;
  }
  db()
    .update(publicIncidents)
    .set({
      status: newest.status,
      startedAt: oldest.at,
      resolvedAt: resolvedSince(updates) ?? null,
      updatedAt: Date.now(),
    })
    .where(eq(publicIncidents.id, id))
    .run();
}
