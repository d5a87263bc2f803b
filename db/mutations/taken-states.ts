import { and, asc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { listStates } from "@/db/queries/component-history";
import {
  components,
  componentStates,
  maintenanceUpdateComponents,
  maintenanceUpdates,
  publicIncidents,
  publicUpdateComponents,
  publicUpdates,
} from "@/db/schema";
import { standingOf } from "@/lib/domain/component-history";
import { toldStates } from "@/lib/domain/told-states";
import type { TakenComponent } from "@/lib/statuspage-import/taken";

import { IMPORTER } from "./taken";

/**
 * Rebuilds how each component was from what the updates that came from the other page told of it. A history in
 * which somebody here put something right stays as it is.
 */
export function takeStates(taken: TakenComponent[]): void {
  for (const component of taken.filter(({ isGroup }) => !isGroup)) takeStatesOf(component);
}

function takeStatesOf(taken: TakenComponent): void {
  const component = db().select().from(components).where(eq(components.publicId, taken.id)).get();
  if (!component) return;
  const { id } = component;
  const told = [...toldByIncidents(id), ...toldByMaintenances(id)];
  const states = toldStates(told, standingNow(taken, component)).map(({ status, at, ...of }) => ({
    status,
    effectiveAt: at,
    ...of,
  }));

  const stored = storedStates(id);
  const wasCorrected = stored.some((state) => state.correctedAt ?? state.withdrawnAt);
  const isSame =
    stored.length === states.length &&
    states.every(({ status, effectiveAt }, i) => {
      return stored[i]?.status === status && stored[i].effectiveAt === effectiveAt;
    });
  if (wasCorrected || isSame) return;

  db().delete(componentStates).where(ofImport(id)).run();
  for (const state of states) {
    db()
      .insert(componentStates)
      .values({ ...state, componentId: id, setBy: IMPORTER })
      .run();
  }
  const standing = standingOf(listStates(id), component.createdAt);
  db()
    .update(components)
    .set({ status: standing.status, statusAt: standing.at })
    .where(eq(components.id, id))
    .run();
}

/** How it is by the newer of the two; `undefined` where it was set here, which its history has already. */
function standingNow(taken: TakenComponent, stored: typeof components.$inferSelect) {
  const { status, updatedAt } = taken;
  if (stored.updatedAt <= updatedAt) return { status, at: updatedAt };
  const others = and(
    eq(componentStates.componentId, stored.id),
    ne(componentStates.setBy, IMPORTER),
  );
  const own = db().select({ id: componentStates.id }).from(componentStates).where(others).get();
  return own ? undefined : { status: stored.status, at: stored.statusAt };
}

const ofImport = (componentId: number) =>
  and(eq(componentStates.componentId, componentId), eq(componentStates.setBy, IMPORTER));

const storedStates = (componentId: number) =>
  db()
    .select()
    .from(componentStates)
    .where(ofImport(componentId))
    .orderBy(asc(componentStates.effectiveAt), asc(componentStates.id))
    .all();

function toldByIncidents(componentId: number) {
  const { after: status, publicUpdateId } = publicUpdateComponents;
  return db()
    .select({
      status,
      at: publicUpdates.displayAt,
      publicUpdateId,
      incidentId: publicIncidents.incidentId,
    })
    .from(publicUpdateComponents)
    .innerJoin(publicUpdates, eq(publicUpdates.id, publicUpdateId))
    .innerJoin(publicIncidents, eq(publicIncidents.id, publicUpdates.publicIncidentId))
    .where(
      and(
        eq(publicUpdateComponents.componentId, componentId),
        eq(publicUpdates.publishedBy, IMPORTER),
      ),
    )
    .orderBy(asc(publicUpdates.id))
    .all();
}

function toldByMaintenances(componentId: number) {
  const { after: status, maintenanceUpdateId } = maintenanceUpdateComponents;
  return db()
    .select({
      status,
      at: maintenanceUpdates.displayAt,
      maintenanceId: maintenanceUpdates.maintenanceId,
    })
    .from(maintenanceUpdateComponents)
    .innerJoin(maintenanceUpdates, eq(maintenanceUpdates.id, maintenanceUpdateId))
    .where(
      and(
        eq(maintenanceUpdateComponents.componentId, componentId),
        eq(maintenanceUpdates.publishedBy, IMPORTER),
      ),
    )
    .orderBy(asc(maintenanceUpdates.id))
    .all();
}
