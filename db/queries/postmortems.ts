import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events, postmortemRevisions, postmortems } from "@/db/schema";
import { analyze } from "@/lib/domain/analysis";
import { draftPostmortem } from "@/lib/domain/draft";
import { factsOf } from "@/lib/domain/draft/facts";
import type { Template } from "@/lib/domain/template";
import { templateOf } from "./postmortem-templates";
import { choicesOf, listCommunicationRows, listEventRows, recordOf } from "./record";
import { listPreventing } from "./recurrences";
import { listOpenQuestions } from "./share-links";

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
  const analysis = analyze(record, choices);
  const prevented = listPreventing(incidentId);
  const asked = listOpenQuestions(incidentId);
  const facts = factsOf({ record, analysis, numbers, choices, prevented, asked });
  return draftPostmortem(facts, template);
}

const MOST_LISTED = 50;

/** The newest saved texts without their words, the newest first. */
export function listRevisions(incidentId: number) {
  const { version, author, createdAt } = postmortemRevisions;
  return db()
    .select({ version, author, createdAt })
    .from(postmortemRevisions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemRevisions.postmortemId))
    .where(eq(postmortems.incidentId, incidentId))
    .orderBy(desc(version))
    .limit(MOST_LISTED)
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
