import { and, asc, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events, incidents, postmortemRevisions, postmortems } from "@/db/schema";
import { analyze } from "@/lib/domain/analysis";
import { CADENCES } from "@/lib/domain/cadence";
import { draftPostmortem } from "@/lib/domain/draft";
import { factsOf } from "@/lib/domain/draft/facts";
import { SEVERITIES } from "@/lib/domain/incident";
import { OVER_STATUSES } from "@/lib/domain/lifecycle";
import type { LibraryFilters } from "@/lib/domain/library";
import type { Template } from "@/lib/domain/template";
import type { Viewer } from "@/lib/domain/viewer";
import { templateOf } from "./postmortem-templates";
import { choicesOf, listCommunicationRows, listEventRows, recordOf } from "./record";
import { visibleTo } from "./visibility";

/** The postmortem as it was last saved; `undefined` before the first save. */
export function getPostmortem(incidentId: number) {
  const { id, body, version, updatedBy, updatedAt } = postmortems;
  return db()
    .select({ id, body, version, updatedBy, updatedAt })
    .from(postmortems)
    .where(eq(postmortems.incidentId, incidentId))
    .get();
}

/** What the incident's record gives a first postmortem; in the default template, unless told. */
export function draftOf(
  incidentId: number,
  template: Pick<Template, "sections"> = templateOf(undefined),
): string {
  const record = recordOf(incidentId);
  const choices = choicesOf(incidentId);
  const numbers = {
    events: listEventRows(incidentId).map(({ seq }) => seq),
    communications: listCommunicationRows(incidentId).map(({ seq }) => seq),
  };
  const facts = factsOf({ record, analysis: analyze(record, choices), numbers, choices });
  return draftPostmortem(facts, template);
}

/** Every saved text without its words, the newest first. */
export function listRevisions(incidentId: number) {
  const { version, author, createdAt } = postmortemRevisions;
  return db()
    .select({ version, author, createdAt })
    .from(postmortemRevisions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemRevisions.postmortemId))
    .where(eq(postmortems.incidentId, incidentId))
    .orderBy(desc(version))
    .all();
}

export function getRevision(incidentId: number, version: number) {
  const { body, author, createdAt } = postmortemRevisions;
  return db()
    .select({ version: postmortemRevisions.version, body, author, createdAt })
    .from(postmortemRevisions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemRevisions.postmortemId))
    .where(and(eq(postmortems.incidentId, incidentId), eq(postmortemRevisions.version, version)))
    .get();
}

export const POSTMORTEMS_PER_PAGE = 50;

export type ListedPostmortem = ReturnType<typeof listPostmortems>[number];

/** One page of the library: incidents, the youngest first, with who last saved their postmortem. */
export function listPostmortems(viewer: Viewer, filters: LibraryFilters) {
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
      isRequired: isRequired.mapWith(Boolean),
    })
    .from(incidents)
    .leftJoin(postmortems, eq(postmortems.incidentId, incidents.id))
    .where(and(visibleTo(viewer), matches(filters)))
    .orderBy(desc(declaredAt), desc(incidents.id))
    .limit(POSTMORTEMS_PER_PAGE)
    .offset((filters.page - 1) * POSTMORTEMS_PER_PAGE)
    .all();
}

/** How many incidents the filters let through, on all pages. */
export function countPostmortems(viewer: Viewer, filters: LibraryFilters): number {
  const counted = db()
    .select({ n: sql<number>`count(*)` })
    .from(incidents)
    .leftJoin(postmortems, eq(postmortems.incidentId, incidents.id))
    .where(and(visibleTo(viewer), matches(filters)))
    .get();
  return counted?.n ?? 0;
}

const REQUIRING = SEVERITIES.filter((severity) => CADENCES[severity].postmortemRequired);

/** True for an incident that is over, was severe, was no drill, and has no postmortem. */
const isRequired = sql<boolean>`(${postmortems.id} is null and not ${incidents.isDrill} and ${incidents.severity} in ${REQUIRING}
  and (${incidents.resolvedAt} is not null or ${incidents.status} in ${OVER_STATUSES}))`;

function matches({ view, text }: LibraryFilters) {
  const pattern = `%${text?.replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    view === "written" ? isNotNull(postmortems.id) : undefined,
    view === "required" ? isRequired : undefined,
    text
      ? or(
          sql`${incidents.title} like ${pattern} escape '\\'`,
          sql`${incidents.key} like ${pattern} escape '\\'`,
        )
      : undefined,
  );
}

const MOST_CITABLE = 200;
const LONGEST_CITED = 160;

/** The incident's first events in the order of time, short, for choosing one to cite. */
export function listCitableEvents(incidentId: number) {
  const { seq, at, ordinal, description } = events;
  return db()
    .select({ seq, at, description: sql<string>`substr(${description}, 1, ${LONGEST_CITED})` })
    .from(events)
    .where(eq(events.incidentId, incidentId))
    .orderBy(asc(at), asc(ordinal))
    .limit(MOST_CITABLE)
    .all();
}
