import { and, asc, desc, eq, exists, isNotNull, or, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import {
  incidents,
  incidentServices,
  postmortemEditions,
  postmortemRevisions,
  postmortems,
  postmortemStates,
  services,
} from "@/db/schema";
import { CADENCES } from "@/lib/domain/cadence";
import { SEVERITIES } from "@/lib/domain/incident";
import type { LibraryFilters, LibraryView } from "@/lib/domain/library";
import { OVER_STATUSES } from "@/lib/domain/lifecycle";
import { DRAFT_WITHIN } from "@/lib/domain/review-dates";
import { POSTMORTEM_WITHIN } from "@/lib/domain/metrics";
import { matchOf } from "@/lib/domain/search";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

export const POSTMORTEMS_PER_PAGE = 50;

export type ListedPostmortem = ReturnType<typeof listPostmortems>[number];

/** One page of the library: incidents with how far their postmortem is. */
export function listPostmortems(viewer: Viewer, filters: LibraryFilters, now = Date.now()) {
  const { key, title, severity, status, declaredAt, resolvedAt } = incidents;
  const { version, updatedBy, updatedAt } = postmortems;
  return db()
    .select({
      key,
      title,
      severity,
      status,
      declaredAt,
      resolvedAt,
      version,
      updatedBy,
      updatedAt,
      state: postmortemStates.state,
      edition: newestEdition.mapWith((number: number | null) => number),
      isRequired: isRequired.mapWith(Boolean),
      isOverdue: isOverdue(now).mapWith(Boolean),
    })
    .from(incidents)
    .leftJoin(postmortems, eq(postmortems.incidentId, incidents.id))
    .leftJoin(postmortemStates, eq(postmortemStates.incidentId, incidents.id))
    .where(and(visibleTo(viewer), matches(filters, now)))
    .orderBy(...ORDERS[filters.sort ?? "newest"], desc(declaredAt), desc(incidents.id))
    .limit(POSTMORTEMS_PER_PAGE)
    .offset((filters.page - 1) * POSTMORTEMS_PER_PAGE)
    .all();
}

/** How many incidents the filters let through, on all pages. */
export function countPostmortems(
  viewer: Viewer,
  filters: LibraryFilters,
  now = Date.now(),
): number {
  const counted = db()
    .select({ n: sql<number>`count(*)` })
    .from(incidents)
    .leftJoin(postmortems, eq(postmortems.incidentId, incidents.id))
    .leftJoin(postmortemStates, eq(postmortemStates.incidentId, incidents.id))
    .where(and(visibleTo(viewer), matches(filters, now)))
    .get();
  return counted?.n ?? 0;
}

const MOST_AUTHORS = 200;

/** Who last wrote a postmortem that this person may know of. */
export function listAuthors(viewer: Viewer): string[] {
  return db()
    .selectDistinct({ name: postmortems.updatedBy })
    .from(postmortems)
    .innerJoin(incidents, eq(incidents.id, postmortems.incidentId))
    .where(visibleTo(viewer))
    .orderBy(asc(postmortems.updatedBy))
    .limit(MOST_AUTHORS)
    .all()
    .map(({ name }) => name);
}

const newestEdition = sql<number | null>`(select max(${postmortemEditions.number})
  from ${postmortemEditions} where ${postmortemEditions.postmortemId} = ${postmortems.id})`;

const REQUIRING = SEVERITIES.filter((severity) => CADENCES[severity].postmortemRequired);
const isDropped = sql`coalesce(${postmortemStates.state}, '') = 'not_required'`;

/** Its severity asks for a postmortem, and nobody said that it needs none. */
const isAskedFor = sql`(${incidents.severity} in ${REQUIRING} and not ${incidents.isDrill}
  and ${incidents.mergedIntoId} is null and not ${isDropped})`;

/** True for an incident that is over, was severe, was no drill, needs a postmortem and has none. */
const isRequired = sql<boolean>`(${postmortems.id} is null and ${isAskedFor}
  and (${incidents.resolvedAt} is not null or ${incidents.status} in ${OVER_STATUSES}))`;

/** True where a draft, or a publication, is later than it should be. */
const isOverdue = (now: number) =>
  sql<boolean>`(${isAskedFor} and ${incidents.resolvedAt} is not null and (
    (${postmortems.id} is null and ${incidents.resolvedAt} < ${now - DRAFT_WITHIN})
    or (${newestEdition} is null and ${incidents.resolvedAt} < ${now - POSTMORTEM_WITHIN})))`;

const ORDERS: Record<NonNullable<LibraryFilters["sort"]>, SQL[]> = {
  newest: [],
  changed: [sql`${postmortems.updatedAt} desc nulls last`],
  severity: [asc(incidents.severity)],
};

function matches(filters: LibraryFilters, now: number) {
  const { view, severity, service, author, text } = filters;
  return and(
    viewed(view, now),
    severity ? eq(incidents.severity, severity) : undefined,
    service ? isOfService(service) : undefined,
    author ? wroteIt(author) : undefined,
    text ? says(text) : undefined,
  );
}

function viewed(view: LibraryView, now: number): SQL | undefined {
  if (view === "all") return undefined;
  if (view === "written") return isNotNull(postmortems.id);
  if (view === "required") return isRequired;
  if (view === "overdue") return isOverdue(now);
  if (view === "draft") {
    return sql`${postmortems.id} is not null and coalesce(${postmortemStates.state}, 'draft') = 'draft'`;
  }
  return eq(postmortemStates.state, view);
}

function isOfService(name: string): SQL {
  const named = db()
    .select({ id: services.id })
    .from(incidentServices)
    .innerJoin(services, eq(services.id, incidentServices.serviceId))
    .where(and(eq(incidentServices.incidentId, incidents.id), eq(services.name, name)));
  return exists(named);
}

/** Revisions name their authors in one text, joined by commas. */
function wroteIt(name: string): SQL {
  const written = db()
    .select({ id: postmortemRevisions.id })
    .from(postmortemRevisions)
    .where(
      and(
        eq(postmortemRevisions.postmortemId, postmortems.id),
        sql`instr(', ' || ${postmortemRevisions.author} || ', ', ${`, ${name}, `}) > 0`,
      ),
    );
  return exists(written);
}

/** The incident's key or title has these letters, or its postmortem these words. */
function says(text: string): SQL | undefined {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const match = matchOf(text);
  return or(
    sql`${incidents.title} like ${pattern} escape '\\'`,
    sql`${incidents.key} like ${pattern} escape '\\'`,
    match &&
      sql`${postmortems.id} in (select rowid from search_postmortems
        where search_postmortems match ${match.begun})`,
  );
}
