import { and, eq, notInArray } from "drizzle-orm";
import { db } from "@/db/client";
import { readSite } from "@/db/queries/public/site";
import {
  maintenanceComponents,
  maintenances,
  maintenanceUpdateComponents,
  maintenanceUpdates,
} from "@/db/schema";
import type { MaintenanceStatus, SiteMaintenance } from "@/lib/domain/site";
import { IMPORTER, saysTheSame, type Outcome } from "./taken";
import { rowsOf } from "./taken-updates";

/** Brings planned work to what the other page has. What is to come begins and ends by itself, as of now. */
export function takeMaintenances(taken: SiteMaintenance[], now: number): Outcome[] {
  const { maintenances: shown, components } = readSite("");
  const before = new Map(shown.map((maintenance) => [maintenance.id, maintenance]));
  const live = new Set(components.map(({ id }) => id));
  return taken
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map((maintenance) => {
      const same = before.get(maintenance.id);
      return same && saysTheSame(same, maintenance, live)
        ? "unchanged"
        : takeMaintenance(maintenance, now);
    });
}

function takeMaintenance(maintenance: SiteMaintenance, now: number): Outcome {
  const { id: publicId, title, createdAt, updatedAt, resolvedAt } = maintenance;
  const { scheduledFor, scheduledUntil } = maintenance;
  const stored = db().select().from(maintenances).where(eq(maintenances.publicId, publicId)).get();
  if (stored && stored.updatedAt > updatedAt) return "kept";

  const columns = {
    title,
    status: statusOf(maintenance),
    scheduledFor,
    scheduledUntil,
    startedAt: firstAt(maintenance, "in_progress"),
    completedAt: resolvedAt,
    updatedAt,
    startsItself: scheduledFor > now,
    endsItself: scheduledUntil > now,
  };
  if (!stored) {
    const { id } = db()
      .insert(maintenances)
      .values({ ...columns, publicId, createdBy: IMPORTER, createdAt })
      .returning({ id: maintenances.id })
      .get();
    takeParts(id, maintenance);
    return "created";
  }
  const isMoved =
    stored.title !== title ||
    stored.scheduledFor !== scheduledFor ||
    stored.scheduledUntil !== scheduledUntil;
  db()
    .update(maintenances)
    .set({
      ...columns,
      sequence: stored.sequence + (isMoved ? 1 : 0),
      version: stored.version + 1,
    })
    .where(eq(maintenances.id, stored.id))
    .run();
  takeParts(stored.id, maintenance);
  return "changed";
}

const statusOf = ({ status }: { status: SiteMaintenance["status"] }): MaintenanceStatus =>
  status === "postmortem" ? "completed" : status;

const firstAt = ({ updates }: SiteMaintenance, status: MaintenanceStatus): number | null =>
  updates.findLast((update) => update.status === status)?.at ?? null;

function takeParts(maintenanceId: number, { updates }: SiteMaintenance): void {
  const ofThis = eq(maintenanceComponents.maintenanceId, maintenanceId);
  db().delete(maintenanceComponents).where(ofThis).run();
  for (const { componentId } of rowsOf(updates.flatMap(({ changes }) => changes))) {
    db().insert(maintenanceComponents).values({ maintenanceId, componentId }).run();
  }
  const gone = and(
    eq(maintenanceUpdates.maintenanceId, maintenanceId),
    eq(maintenanceUpdates.publishedBy, IMPORTER),
    notInArray(
      maintenanceUpdates.publicId,
      updates.map(({ id }) => id),
    ),
  );
  db().delete(maintenanceUpdates).where(gone).run();
  for (const update of updates.toReversed()) takeUpdate(maintenanceId, update);
}

function takeUpdate(maintenanceId: number, update: SiteMaintenance["updates"][number]): void {
  const { id: publicId, body, at, createdAt, updatedAt, correctedAt, changes } = update;
  const columns = { status: statusOf(update), body, displayAt: at, createdAt, correctedAt };
  const stored = db()
    .select()
    .from(maintenanceUpdates)
    .where(eq(maintenanceUpdates.publicId, publicId))
    .get();
  if (stored && (stored.correctedAt ?? stored.createdAt) > updatedAt) return;
  const { id } = stored ?? insertUpdate({ ...columns, maintenanceId, publicId });
  db().update(maintenanceUpdates).set(columns).where(eq(maintenanceUpdates.id, id)).run();

  const ofUpdate = eq(maintenanceUpdateComponents.maintenanceUpdateId, id);
  db().delete(maintenanceUpdateComponents).where(ofUpdate).run();
  for (const { componentId, before, after } of rowsOf(changes)) {
    db()
      .insert(maintenanceUpdateComponents)
      .values({ maintenanceUpdateId: id, componentId, before, after })
      .run();
  }
}

const insertUpdate = (columns: Omit<typeof maintenanceUpdates.$inferInsert, "publishedBy">) =>
  db()
    .insert(maintenanceUpdates)
    .values({ ...columns, publishedBy: IMPORTER })
    .returning({ id: maintenanceUpdates.id })
    .get();
