import { and, asc, count, desc, eq, exists, isNotNull, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents, incidentServices, services } from "@/db/schema";
import type { IncidentFilters } from "@/lib/domain/incident-filters";
import { OVER_STATUSES } from "@/lib/domain/lifecycle";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

export const INCIDENTS_PER_PAGE = 50;

export type ListedIncident = ReturnType<typeof listIncidents>[number];

const isOver = sql<number>`(${incidents.resolvedAt} is not null or ${incidents.status} in ${OVER_STATUSES})`;

/** One page of the list: open incidents first, the worst before, then the youngest. */
export function listIncidents(viewer: Viewer, filters: IncidentFilters) {
  const { id, key, title, severity, status, service, affectedServices } = incidents;
  const { commander, declaredAt, resolvedAt, isDrill, isPrivate } = incidents;
  return db()
    .select({
      id,
      key,
      title,
      severity,
      status,
      service,
      affectedServices,
      commander,
      declaredAt,
      resolvedAt,
      isDrill,
      isPrivate,
    })
    .from(incidents)
    .where(and(visibleTo(viewer), matches(filters)))
    .orderBy(asc(isOver), sql`iif(${isOver}, null, ${severity})`, desc(declaredAt), desc(id))
    .limit(INCIDENTS_PER_PAGE)
    .offset((filters.page - 1) * INCIDENTS_PER_PAGE)
    .all();
}

/** How many incidents the filters let through, on all pages. */
export function countIncidents(viewer: Viewer, filters: IncidentFilters): number {
  const matching = and(visibleTo(viewer), matches(filters));
  return db().select({ n: count() }).from(incidents).where(matching).get()?.n ?? 0;
}

/** When the last incident that was no drill ended, or `undefined` if none has. */
export function getLastResolvedAt(viewer: Viewer): number | undefined {
  const newest = sql<number | null>`max(${incidents.resolvedAt})`;
  const real = and(eq(incidents.isDrill, false), visibleTo(viewer));
  return db().select({ at: newest }).from(incidents).where(real).get()?.at ?? undefined;
}

/** What there is to choose from in the list's filters. */
export function listFilterOptions(viewer: Viewer) {
  const statuses = db()
    .selectDistinct({ status: incidents.status })
    .from(incidents)
    .where(visibleTo(viewer))
    .orderBy(incidents.status)
    .all();
  const commanders = db()
    .selectDistinct({ commander: incidents.commander })
    .from(incidents)
    .where(and(isNotNull(incidents.commander), visibleTo(viewer)))
    .orderBy(incidents.commander)
    .all();
  const named = db()
    .selectDistinct({ name: services.name })
    .from(services)
    .innerJoin(incidentServices, eq(incidentServices.serviceId, services.id))
    .innerJoin(incidents, eq(incidents.id, incidentServices.incidentId))
    .where(visibleTo(viewer))
    .orderBy(services.name)
    .all();
  return {
    statuses: statuses.map(({ status }) => status),
    commanders: commanders.flatMap(({ commander }) => commander ?? []),
    services: named.map(({ name }) => name),
  };
}

function matches({ view, severity, status, service, commander, text }: IncidentFilters) {
  return and(
    view === "open" ? sql`not ${isOver}` : undefined,
    view === "resolved" ? isOver : undefined,
    severity && eq(incidents.severity, severity),
    status ? eq(incidents.status, status) : undefined,
    commander ? eq(incidents.commander, commander) : undefined,
    service ? namesService(service) : undefined,
    text ? mentions(text) : undefined,
  );
}

function namesService(name: string): SQL {
  return exists(
    db()
      .select({ id: services.id })
      .from(incidentServices)
      .innerJoin(services, eq(services.id, incidentServices.serviceId))
      .where(and(eq(incidentServices.incidentId, incidents.id), eq(services.name, name))),
  );
}

function mentions(text: string): SQL {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const { key, title, service, commander } = incidents;
  const searched = sql`concat_ws(char(10), ${key}, ${title}, ${service}, ${commander})`;
  return sql`${searched} like ${pattern} escape '\\'`;
}
