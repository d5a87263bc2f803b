import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { components, componentStates, services } from "@/db/schema";

export type Component = ReturnType<typeof listComponents>[number];

/** The components that are in use, in their order. */
export const listComponents = () => list(false);

/** The components that are no longer shown. */
export const listArchivedComponents = () => list(true);

function list(isArchived: boolean) {
  const { id, name, description, status, statusAt, serviceId, version, archivedAt } = components;
  return db()
    .select({
      id,
      name,
      description,
      status,
      statusAt,
      serviceId,
      service: services.name,
      version,
    })
    .from(components)
    .leftJoin(services, eq(services.id, serviceId))
    .where(isArchived ? isNotNull(archivedAt) : isNull(archivedAt))
    .orderBy(asc(components.position), asc(id))
    .all();
}

/** The components whose state an incident's updates have set, by id. */
export function componentsSetBy(incidentId: number): Set<number> {
  const rows = db()
    .selectDistinct({ id: componentStates.componentId })
    .from(componentStates)
    .where(and(eq(componentStates.incidentId, incidentId)))
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** Every service that a component can stand for. */
export function listServices() {
  return db()
    .select({ id: services.id, name: services.name })
    .from(services)
    .orderBy(asc(services.name))
    .all();
}
