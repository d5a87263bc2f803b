import { and, asc, count, desc, eq, gt, inArray, lt, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents, OVER } from "@/db/schema";
import type { IncidentFilters } from "@/lib/domain/incident-filters";
import type { Viewer } from "@/lib/domain/viewer";
import { matches } from "./incident-matches";
import { visibleTo } from "./visibility";

export const INCIDENTS_PER_PAGE = 30;

/** Incidents are counted, paged through and exported as far as this. */
export const MOST_COUNTED = 10_000;

/** Six screens of a wall. */
export const MOST_ON_WALL = 48;

export type ListedIncident = ReturnType<typeof listIncidents>[number];

/** One page of the list: open incidents first, the worst before, then the youngest. */
export function listIncidents(viewer: Viewer, filters: IncidentFilters) {
  const offset = (filters.page - 1) * INCIDENTS_PER_PAGE;
  return listed(viewer, matches(viewer, filters), INCIDENTS_PER_PAGE, offset);
}

/** All incidents that the filters let through, or those with these keys where there are any. */
export function listForExport(viewer: Viewer, filters: IncidentFilters, keys: string[]) {
  const wanted = keys.length > 0 ? inArray(incidents.key, keys) : matches(viewer, filters);
  return listed(viewer, wanted, MOST_COUNTED, 0);
}

/** What is open for all to see: a wall has passers-by, so that nothing private is on it. */
export function listForWall(viewer: Viewer) {
  const { urgency, isPrivate } = incidents;
  return listed(viewer, and(lt(urgency, OVER), eq(isPrivate, false)), MOST_ON_WALL, 0);
}

function listed(viewer: Viewer, wanted: SQL | undefined, limit: number, offset: number) {
  const { id, key, title, severity, status, service, affectedServices, commander } = incidents;
  const { declaredAt, resolvedAt, isDrill, isPrivate, mergedIntoId } = incidents;
  const rows = db()
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
      mergedIntoId,
    })
    .from(incidents)
    .where(and(visibleTo(viewer), wanted))
    .orderBy(asc(incidents.urgency), desc(declaredAt), desc(id))
    .limit(limit)
    .offset(offset)
    .all();
  const targets = keysOf(viewer, rows);
  return rows.map(({ service, affectedServices, ...row }) => ({
    ...row,
    services: [...new Set([...(service ? [service] : []), ...(affectedServices ?? [])])],
    mergedInto: row.mergedIntoId === null ? undefined : targets.get(row.mergedIntoId),
  }));
}

/** The keys of the incidents that some turned out to be, as far as this person may know of them. */
function keysOf(viewer: Viewer, rows: { mergedIntoId: number | null }[]): Map<number, string> {
  const ids = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  if (ids.length === 0) return new Map();
  const targets = db()
    .select({ id: incidents.id, key: incidents.key })
    .from(incidents)
    .where(and(inArray(incidents.id, ids), visibleTo(viewer)))
    .all();
  return new Map(targets.map(({ id, key }) => [id, key]));
}

/** How many incidents the filters let through on all pages, as far as they are counted, and the drills. */
export function countIncidents(viewer: Viewer, filters: IncidentFilters) {
  const counted = db()
    .select({ isDrill: incidents.isDrill })
    .from(incidents)
    .where(and(visibleTo(viewer), matches(viewer, filters)))
    .limit(MOST_COUNTED + 1)
    .as("counted");
  const drills = sql<number>`cast(total(${counted.isDrill}) as integer)`;
  const found = db().select({ total: count(), drills }).from(counted).get();
  const total = found?.total ?? 0;
  return {
    total: Math.min(total, MOST_COUNTED),
    drills: found?.drills ?? 0,
    isCapped: total > MOST_COUNTED,
  };
}

/** The incident that ended last, or `undefined` if none has: no drill, and one that everybody may know of. */
export function getLastResolved() {
  const { key, title, resolvedAt, isDrill, isPrivate } = incidents;
  const last = db()
    .select({ key, title, at: resolvedAt })
    .from(incidents)
    .where(and(gt(resolvedAt, 0), eq(isDrill, false), eq(isPrivate, false)))
    .orderBy(desc(resolvedAt))
    .limit(1)
    .get();
  return last && { ...last, at: last.at ?? 0 };
}
