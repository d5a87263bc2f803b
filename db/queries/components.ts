import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { components, componentStates, services } from "@/db/schema";

export type Component = ReturnType<typeof list>[number];

/** The components that are in use, in the page's order, each with its group's name. */
export function listComponents() {
  return listPlaces()
    .flatMap((top) => (top.isGroup ? inGroup(top.members, top.name) : inGroup([top], undefined)))
    .map(({ id, name, description, status, statusAt, service, group, version }) => {
      return { id, name, description, status, statusAt, service, group, version };
    });
}

const inGroup = (members: Component[], group: string | undefined) =>
  members.map((member) => ({ ...member, group }));

/** Groups and the components without one, in the page's order; the others within their groups. */
export function listPlaces() {
  const rows = list(false);
  return rows
    .filter(({ groupId }) => rows.every(({ id }) => id !== groupId))
    .map((top) => ({
      ...top,
      members: rows.filter(({ groupId }) => groupId === top.id),
    }));
}

/** The components and groups that are no longer shown. */
export const listArchivedComponents = () => list(true);

function list(isArchived: boolean) {
  const { id, serviceId, archivedAt, position } = components;
  return db()
    .select({
      id,
      publicId: components.publicId,
      name: components.name,
      description: components.description,
      isGroup: components.isGroup,
      groupId: components.groupId,
      showsUptime: components.showsUptime,
      isOnlyShownDegraded: components.isOnlyShownDegraded,
      startDate: components.startDate,
      status: components.status,
      statusAt: components.statusAt,
      serviceId,
      service: services.name,
      version: components.version,
    })
    .from(components)
    .leftJoin(services, eq(services.id, serviceId))
    .where(isArchived ? isNotNull(archivedAt) : isNull(archivedAt))
    .orderBy(asc(position), asc(id))
    .all();
}

/** Those of some components that are in use and have a state of their own, in the page's order. */
export function listStateful(ids: number[]) {
  const { id, name, status, isGroup, archivedAt, position } = components;
  return db()
    .select({ id, name, status })
    .from(components)
    .where(and(inArray(id, ids), eq(isGroup, false), isNull(archivedAt)))
    .orderBy(asc(position), asc(id))
    .all();
}

/** The components whose state an incident's updates have set, by id. */
export function componentsSetBy(incidentId: number): Set<number> {
  const rows = db()
    .selectDistinct({ id: componentStates.componentId })
    .from(componentStates)
    .where(eq(componentStates.incidentId, incidentId))
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
