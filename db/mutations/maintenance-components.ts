import { and, asc, desc, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { db } from "@/db/client";
import { listStateful } from "@/db/queries/components";
import {
  components,
  maintenanceComponents,
  maintenanceUpdateComponents,
  maintenanceUpdates,
} from "@/db/schema";
import type { ComponentStatus } from "@/lib/domain/component";
import { NotFoundError } from "@/lib/domain/error";

/**
 * Says which components work is about, and answers whether that are others than before. Until it begins
 * its updates only name them, so those that are left out are named no more.
 */
export function setPlannedComponents(
  maintenanceId: number,
  planned: Partial<Record<string, ComponentStatus>>,
): boolean {
  const touched = Object.entries(planned).filter(([, during]) => during !== undefined);
  const ids = requireLeaves(touched.map(([id]) => Number(id)));
  const before = db()
    .delete(maintenanceComponents)
    .where(eq(maintenanceComponents.maintenanceId, maintenanceId))
    .returning({ id: maintenanceComponents.componentId })
    .all();
  for (const componentId of ids) {
    db()
      .insert(maintenanceComponents)
      .values({ maintenanceId, componentId, during: planned[componentId] })
      .run();
  }
  nameAgain(maintenanceId, ids);
  return before.length !== ids.length || before.some(({ id }) => !ids.includes(id));
}

/** Those that are there and can have a state, in the page's order. */
function requireLeaves(ids: number[]): number[] {
  const found = listStateful(ids);
  if (found.length < ids.length) throw new NotFoundError("One of the components is not there.");
  return found.map(({ id }) => id);
}

function nameAgain(maintenanceId: number, ids: number[]): void {
  const updates = db()
    .select({ id: maintenanceUpdates.id })
    .from(maintenanceUpdates)
    .where(eq(maintenanceUpdates.maintenanceId, maintenanceId))
    .orderBy(desc(maintenanceUpdates.displayAt), desc(maintenanceUpdates.id))
    .all();
  const [newest] = updates;
  if (!newest) return;
  const { maintenanceUpdateId, componentId } = maintenanceUpdateComponents;
  const all = inArray(
    maintenanceUpdateId,
    updates.map(({ id }) => id),
  );
  db()
    .delete(maintenanceUpdateComponents)
    .where(and(all, notInArray(componentId, ids)))
    .run();
  for (const { id, status } of db()
    .select({ id: components.id, status: components.status })
    .from(components)
    .where(inArray(components.id, ids))
    .all()) {
    db()
      .insert(maintenanceUpdateComponents)
      .values({
        maintenanceUpdateId: newest.id,
        componentId: id,
        before: status,
        after: status,
      })
      .onConflictDoNothing()
      .run();
  }
}
