import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { maintenances, maintenanceUpdateComponents, maintenanceUpdates } from "@/db/schema";
import type { ComponentStatus } from "@/lib/domain/component";
import { NotFoundError } from "@/lib/domain/error";
import type { JsonObject } from "@/lib/domain/record";
import type { MaintenanceStatus } from "@/lib/domain/site";
import { recordAudit } from "./audit";
import { noticeOf } from "./notices";
import { makePublicId } from "./public-id";

export type MaintenanceRow = typeof maintenances.$inferSelect;

/** The row behind a public id. */
export function requireMaintenance(publicId: string): MaintenanceRow {
  const row = db().select().from(maintenances).where(eq(maintenances.publicId, publicId)).get();
  if (!row) throw new NotFoundError("This maintenance is not there.");
  return row;
}

/** Outsiders read that it changed at `updatedAt`, which stays where they see no difference. */
export function changeMaintenance(
  { id, version, updatedAt: before }: MaintenanceRow,
  values: Partial<typeof maintenances.$inferInsert>,
  updatedAt = before,
): void {
  db()
    .update(maintenances)
    .set({ ...values, version: version + 1, updatedAt })
    .where(eq(maintenances.id, id))
    .run();
}

/** What an update says of a component: the same twice where it only names it. */
export type Said = {
  id: number;
  before: ComponentStatus;
  after: ComponentStatus;
  /** Other work for which it is from now on as it is. */
  heldBy?: number | undefined;
};

export type NewUpdate = {
  status: MaintenanceStatus;
  body: string;
  /** The time that it bears. */
  at: number;
  by: string;
  said: Said[];
  /** False where nobody is told: of the demo, or of what is over already. */
  isTold?: boolean;
};

/** Writes one public update, and has subscribers told of it. */
export function addMaintenanceUpdate(
  { id: maintenanceId }: { id: number },
  { status, body, at, by, said, isTold = true }: NewUpdate,
  now: number,
): { id: number; publicId: string } {
  const update = db()
    .insert(maintenanceUpdates)
    .values({
      maintenanceId,
      publicId: makePublicId(),
      status,
      body,
      displayAt: at,
      publishedBy: by,
      createdAt: now,
    })
    .returning({ id: maintenanceUpdates.id, publicId: maintenanceUpdates.publicId })
    .get();
  for (const { id: componentId, before, after } of said) {
    db()
      .insert(maintenanceUpdateComponents)
      .values({ maintenanceUpdateId: update.id, componentId, before, after })
      .run();
  }
  if (isTold) noticeOf({ kind: "maintenance_update", maintenanceUpdateId: update.id }, now);
  return update;
}

/** The time of the newest update: none may be older than those before it. */
export function newestUpdateAt(maintenanceId: number): number {
  const { displayAt, maintenanceId: of } = maintenanceUpdates;
  const newest = db()
    .select({ displayAt })
    .from(maintenanceUpdates)
    .where(eq(of, maintenanceId))
    .orderBy(desc(displayAt))
    .limit(1)
    .get();
  return newest?.displayAt ?? 0;
}

/** The machine's record of a change, which also tells the open pages of it. */
export function auditMaintenance(
  actor: string,
  verb: string,
  { publicId }: { publicId: string },
  detail?: JsonObject,
): void {
  recordAudit(actor, `maintenance:${verb}`, `maintenance ${publicId}`, detail);
}
