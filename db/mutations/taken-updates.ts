import { and, eq, inArray, max, notInArray } from "drizzle-orm";
import { db } from "@/db/client";
import { communications, components, publicUpdateComponents, publicUpdates } from "@/db/schema";
import { CHANNELS } from "@/lib/domain/incident";
import { PUBLIC_STATUS_LABELS } from "@/lib/domain/public-status";
import type { SiteChange, SiteIncident } from "@/lib/domain/site";
import { toUtc } from "@/lib/domain/time";
import { IMPORTER } from "./taken";

type Update = SiteIncident["updates"][number];
type Of = { incidentId: number; publicIncidentId: number };

/** Brings an incident's updates to what the other page has; one that went away there goes away here. */
export function takeUpdates(of: Of, updates: Update[]): void {
  const ids = updates.map(({ id }) => id);
  const gone = db()
    .select({ id: publicUpdates.id, communicationId: publicUpdates.communicationId })
    .from(publicUpdates)
    .where(
      and(
        eq(publicUpdates.publicIncidentId, of.publicIncidentId),
        eq(publicUpdates.publishedBy, IMPORTER),
        notInArray(publicUpdates.publicId, ids),
      ),
    )
    .all();
  for (const { id, communicationId } of gone) {
    db().delete(publicUpdates).where(eq(publicUpdates.id, id)).run();
    if (communicationId !== null) {
      db().delete(communications).where(eq(communications.id, communicationId)).run();
    }
  }
  for (const update of updates.toReversed()) takeUpdate(of, update);
}

function takeUpdate(of: Of, update: Update): void {
  const stored = db()
    .select()
    .from(publicUpdates)
    .where(eq(publicUpdates.publicId, update.id))
    .get();
  const columns = columnsOf(update);
  if (!stored) {
    const { id } = db()
      .insert(publicUpdates)
      .values({
        ...columns,
        publicIncidentId: of.publicIncidentId,
        publicId: update.id,
        communicationId: addMessage(of.incidentId, update),
        publishedBy: IMPORTER,
      })
      .returning({ id: publicUpdates.id })
      .get();
    takeChanges(id, update.changes);
    return;
  }
  if ((stored.correctedAt ?? stored.createdAt) > update.updatedAt) return;
  db().update(publicUpdates).set(columns).where(eq(publicUpdates.id, stored.id)).run();
  takeChanges(stored.id, update.changes);
  if (stored.communicationId === null || stored.publishedBy !== IMPORTER) return;
  db()
    .update(communications)
    .set(messageOf(update))
    .where(and(eq(communications.id, stored.communicationId), eq(communications.version, 1)))
    .run();
}

const columnsOf = ({ status, body, at, createdAt, correctedAt }: Update) => ({
  status,
  body,
  displayAt: at,
  createdAt,
  correctedAt,
});

/** Says within the incident what was told outside: so it can be corrected and followed up here. */
function addMessage(incidentId: number, update: Update): number {
  const last = db()
    .select({ seq: max(communications.seq), ordinal: max(communications.ordinal) })
    .from(communications)
    .where(eq(communications.incidentId, incidentId))
    .get();
  return db()
    .insert(communications)
    .values({
      ...messageOf(update),
      incidentId,
      seq: (last?.seq ?? 0) + 1,
      ordinal: (last?.ordinal ?? -1) + 1,
      channel: CHANNELS.external,
      audience: "external",
      origin: "import",
    })
    .returning({ id: communications.id })
    .get().id;
}

function messageOf({ status, body, at }: Update) {
  const word = status === "postmortem" ? "Report" : PUBLIC_STATUS_LABELS[status];
  const message = body === "" ? word : `${word} - ${body}`;
  return { at, timestamp: toUtc(at), message };
}

function takeChanges(publicUpdateId: number, changes: SiteChange[]): void {
  db()
    .delete(publicUpdateComponents)
    .where(eq(publicUpdateComponents.publicUpdateId, publicUpdateId))
    .run();
  for (const { componentId, before, after } of rowsOf(changes)) {
    db()
      .insert(publicUpdateComponents)
      .values({ publicUpdateId, componentId, before, after })
      .run();
  }
}

/** The changes by the components' rows, each component once. */
export function rowsOf(changes: SiteChange[]) {
  const byId = new Map(changes.map((change) => [change.componentId, change]));
  return db()
    .select({ id: components.id, publicId: components.publicId })
    .from(components)
    .where(inArray(components.publicId, [...byId.keys()]))
    .all()
    .flatMap(({ id, publicId }) => {
      const change = byId.get(publicId);
      return change ? [{ ...change, componentId: id }] : [];
    });
}
