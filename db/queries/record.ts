import { and, asc, eq, min } from "drizzle-orm";
import { db } from "@/db/client";
import {
  actionItems,
  communications,
  events,
  incidents,
  milestonePicks,
  participants,
  postmortemEditions,
  postmortems,
} from "@/db/schema";
import type { Choices } from "@/lib/domain/choices";
import { NotFoundError } from "@/lib/domain/error";
import { MILESTONES } from "@/lib/domain/milestones";
import type { IncidentRecord } from "@/lib/domain/record";
import { toJson } from "@/lib/record/json";
import type { Viewer } from "@/lib/domain/viewer";
import { recordFrom } from "@/lib/record/rows";
import { decidedFactors } from "./factor-choices";
import { visibleTo } from "./visibility";

/** The incident of this key, if this person may know of it. */
export function findIncidentByKey(viewer: Viewer, key: string) {
  const { id, title, severity, status, isDemo, isPrivate, importedHash, version } = incidents;
  return db()
    .select({
      id,
      key: incidents.key,
      title,
      severity,
      status,
      isDemo,
      isPrivate,
      importedHash,
      version,
    })
    .from(incidents)
    .where(and(eq(incidents.key, key), visibleTo(viewer)))
    .get();
}

/** The incident's record as it stands: what was imported, with what people changed since. */
export const recordOf = (incidentId: number): IncidentRecord => recordFrom(listRows(incidentId));

/** All rows that make the incident's record, each list in the record's order. */
export function listRows(incidentId: number) {
  const incident = db().select().from(incidents).where(eq(incidents.id, incidentId)).get();
  if (!incident) throw new NotFoundError("This incident is not there.");
  return {
    incident,
    events: listEventRows(incidentId),
    communications: listCommunicationRows(incidentId),
    actionItems: listActionItemRows(incidentId),
    participants: listParticipantRows(incidentId),
  };
}

/** The incident's record as the text of a file; `undefined` if there is no such incident. */
export function exportRecord(viewer: Viewer, key: string): string | undefined {
  const incident = findIncidentByKey(viewer, key);
  return incident && `${toJson(recordOf(incident.id), { indent: 2 })}\n`;
}

/** What people decided about the record's numbers, in terms of its arrays. */
export function choicesOf(incidentId: number): Choices {
  const picks = listPicks(incidentId);
  const seqs = picks.length > 0 ? listSeqs(incidentId) : [];
  const indexBySeq = new Map(seqs.map((seq, index) => [seq, index]));
  const milestones: NonNullable<Choices["milestones"]> = {};
  for (const pick of picks) {
    const milestone = MILESTONES.find((name) => name === pick.milestone);
    const seq = /^event:(\d+)$/.exec(pick.candidate)?.[1];
    const index = seq === undefined ? undefined : indexBySeq.get(Number(seq));
    if (!milestone || (seq !== undefined && index === undefined)) continue;
    milestones[milestone] = index === undefined ? pick.candidate : `event:${index}`;
  }

  const nextUpdateDueAt: NonNullable<Choices["nextUpdateDueAt"]> = {};
  listDueTimes(incidentId).forEach(({ dueAt }, index) => {
    if (dueAt !== null) nextUpdateDueAt[index] = dueAt;
  });
  return {
    milestones,
    nextUpdateDueAt,
    ...decidedFactors(incidentId),
    publishedAt: publishedAt(incidentId),
  };
}

/** When the postmortem was first published: what a promised report is kept by. */
function publishedAt(incidentId: number): number | undefined {
  const first = db()
    .select({ at: min(postmortemEditions.publishedAt) })
    .from(postmortemEditions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemEditions.postmortemId))
    .where(eq(postmortems.incidentId, incidentId))
    .get();
  return first?.at ?? undefined;
}

/** The numbers of the incident's events in the record's order. */
function listSeqs(incidentId: number): number[] {
  return db()
    .select({ seq: events.seq })
    .from(events)
    .where(eq(events.incidentId, incidentId))
    .orderBy(asc(events.ordinal), asc(events.id))
    .all()
    .map(({ seq }) => seq);
}

function listDueTimes(incidentId: number) {
  return db()
    .select({ dueAt: communications.nextUpdateDueAt })
    .from(communications)
    .where(eq(communications.incidentId, incidentId))
    .orderBy(asc(communications.ordinal), asc(communications.id))
    .all();
}

function listPicks(incidentId: number) {
  const { milestone, candidate } = milestonePicks;
  return db()
    .select({ milestone, candidate })
    .from(milestonePicks)
    .where(eq(milestonePicks.incidentId, incidentId))
    .all();
}

export function listEventRows(incidentId: number) {
  return db()
    .select()
    .from(events)
    .where(eq(events.incidentId, incidentId))
    .orderBy(asc(events.ordinal), asc(events.id))
    .all();
}

export function listCommunicationRows(incidentId: number) {
  return db()
    .select()
    .from(communications)
    .where(eq(communications.incidentId, incidentId))
    .orderBy(asc(communications.ordinal), asc(communications.id))
    .all();
}

export function listActionItemRows(incidentId: number) {
  return db()
    .select()
    .from(actionItems)
    .where(eq(actionItems.incidentId, incidentId))
    .orderBy(asc(actionItems.ordinal), asc(actionItems.id))
    .all();
}

export function listParticipantRows(incidentId: number) {
  return db()
    .select()
    .from(participants)
    .where(eq(participants.incidentId, incidentId))
    .orderBy(asc(participants.ordinal), asc(participants.id))
    .all();
}
