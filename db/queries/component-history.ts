import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import {
  components,
  componentStates,
  incidents,
  maintenances,
  publicIncidents,
  publicUpdates,
  services,
} from "@/db/schema";
import { endsOf, figuresOf, type HistoryState } from "@/lib/domain/component-history";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

export const STATES_PER_PAGE = 50;

export type ComponentHistory = NonNullable<ReturnType<typeof findComponentHistory>>;
export type ComponentState = ComponentHistory["states"][number];

/** A component's page of the portal: how it is, what its history comes to, and the newest states first. */
export function findComponentHistory(
  viewer: Viewer,
  { publicId, page: asked }: { publicId: string; page: number },
  now: number,
) {
  const component = findComponent(publicId);
  if (!component) return undefined;
  const whole = listStates(component.id);
  const startDate = component.startDate ?? new Date(component.addedAt).toISOString().slice(0, 10);
  const ends = endsOf(whole);
  const lastPage = Math.max(1, Math.ceil(whole.length / STATES_PER_PAGE));
  const page = Math.min(asked, lastPage);
  return {
    ...component,
    startDate,
    figures: figuresOf({ states: whole, startDate, addedAt: component.addedAt }, now),
    total: whole.length,
    page,
    states: listShown(viewer, component.id, page).map((state) => ({
      ...state,
      /** Until when it held; `undefined` while it does. */
      until: ends.get(state.id),
    })),
  };
}

/** A component by its public id; a group has no history. */
export function findComponent(publicId: string) {
  return db()
    .select({
      id: components.id,
      publicId: components.publicId,
      name: components.name,
      description: components.description,
      status: components.status,
      statusAt: components.statusAt,
      startDate: components.startDate,
      service: services.name,
      archivedAt: components.archivedAt,
      addedAt: components.createdAt,
    })
    .from(components)
    .leftJoin(services, eq(services.id, components.serviceId))
    .where(and(eq(components.publicId, publicId), eq(components.isGroup, false)))
    .get();
}

/** Every state of a component, also those that were withdrawn. */
export function listStates(componentId: number): HistoryState[] {
  const { id, status, effectiveAt, withdrawnAt } = componentStates;
  return db()
    .select({ id, status, at: effectiveAt, withdrawnAt })
    .from(componentStates)
    .where(eq(componentStates.componentId, componentId))
    .all()
    .map(({ withdrawnAt: withdrawn, ...state }) => ({ ...state, isWithdrawn: withdrawn !== null }));
}

/** Where a state came from is told only to those who may know of that incident. */
function listShown(viewer: Viewer, componentId: number, page: number) {
  return db()
    .select({
      id: componentStates.id,
      status: componentStates.status,
      at: componentStates.effectiveAt,
      setBy: componentStates.setBy,
      setAt: componentStates.setAt,
      correctedAt: componentStates.correctedAt,
      withdrawnAt: componentStates.withdrawnAt,
      incident: { key: incidents.key, title: incidents.title },
      update: { publicId: publicUpdates.publicId, incidentId: publicIncidents.publicId },
      maintenance: { publicId: maintenances.publicId, title: maintenances.title },
    })
    .from(componentStates)
    .leftJoin(incidents, and(eq(incidents.id, componentStates.incidentId), visibleTo(viewer)))
    .leftJoin(publicUpdates, eq(publicUpdates.id, componentStates.publicUpdateId))
    .leftJoin(
      publicIncidents,
      and(
        eq(publicIncidents.id, publicUpdates.publicIncidentId),
        isNull(publicIncidents.withdrawnAt),
      ),
    )
    .leftJoin(maintenances, eq(maintenances.id, componentStates.maintenanceId))
    .where(eq(componentStates.componentId, componentId))
    .orderBy(desc(componentStates.effectiveAt), desc(componentStates.id))
    .limit(STATES_PER_PAGE)
    .offset((page - 1) * STATES_PER_PAGE)
    .all();
}
