import { and, eq, isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listAskable } from "@/db/queries/gap-questions";
import { nameOf } from "@/db/queries/people";
import { recordOf } from "@/db/queries/record";
import { gapQuestions } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { orderedEvents } from "@/lib/domain/events";
import { gapsOf } from "@/lib/domain/gaps";
import { aliasKey } from "@/lib/domain/people";
import { toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { rememberPeople } from "./directory";
import { requireWritable, type IncidentRow } from "./entries";
import { addEvent, type NewEvent } from "./events";

export type NewQuestion = {
  key: string;
  /** The silence, in milliseconds. */
  start: number;
  end: number;
  person: string;
  note: string;
};

/** Asks a person of the directory what happened in a silence of the timeline. */
export function askWhoWasThere(viewer: Viewer, question: NewQuestion): void {
  transaction(() => {
    const incident = requireWritable(viewer, question.key);
    const { start: startsAt, end: endsAt, note } = question;
    if (!hasGap(incident, startsAt, endsAt)) {
      throw new DomainError("Somebody wrote something there meanwhile: it is no silence any more.");
    }
    const person = requirePerson(question.person);
    const open = and(
      eq(gapQuestions.incidentId, incident.id),
      eq(gapQuestions.startsAt, startsAt),
      eq(gapQuestions.person, person),
      isNull(gapQuestions.answeredAt),
    );
    if (db().select({ id: gapQuestions.id }).from(gapQuestions).where(open).get()) {
      throw new DomainError(`${person} was asked about this already.`, "person");
    }
    rememberPeople([person], { isPrivate: incident.isPrivate });
    db()
      .insert(gapQuestions)
      .values({ incidentId: incident.id, startsAt, endsAt, person, note, askedBy: viewer.name })
      .run();
    recordAudit(viewer.name, "incident:ask", `incident ${incident.key}`, { person }, incident.id);
  });
}

function hasGap({ id }: IncidentRow, startsAt: number, endsAt: number): boolean {
  return gapsOf(orderedEvents(recordOf(id))).some(
    ({ start, end }) => Math.floor(start) === startsAt && Math.floor(end) === endsAt,
  );
}

function requirePerson(written: string): string {
  const person =
    nameOf(written) ?? listAskable().find((name) => aliasKey(name) === aliasKey(written));
  if (!person) {
    throw new DomainError(
      "The directory knows nobody of that name. Choose one that it offers.",
      "person",
    );
  }
  return person;
}

export type Answer = Omit<NewEvent, "at"> & {
  question: number;
  at: number;
  /** True when the writer has more to tell: the question stays open. */
  hasMore: boolean;
};

/** Adds to the timeline what happened in the silence that someone asked about. */
export function answerQuestion(viewer: Viewer, answer: Answer, now = Date.now()): { seq: number } {
  return transaction(() => {
    const { question: id, hasMore, ...event } = answer;
    const incident = requireWritable(viewer, event.key);
    const question = requireQuestion(incident, id);
    const { startsAt, endsAt } = question;
    if (event.at < startsAt || event.at > endsAt) {
      throw new DomainError(`Choose a time from ${toUtc(startsAt)} to ${toUtc(endsAt)}.`, "at");
    }
    const added = addEvent(viewer, event, now);
    if (!hasMore) close(viewer, incident, id, now);
    return added;
  });
}

/** Closes a question whose person has nothing to tell. */
export function passQuestion(
  viewer: Viewer,
  { key, question: id }: { key: string; question: number },
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    requireQuestion(incident, id);
    close(viewer, incident, id, now);
  });
}

function requireQuestion(incident: IncidentRow, id: number) {
  const question = db()
    .select()
    .from(gapQuestions)
    .where(and(eq(gapQuestions.id, id), eq(gapQuestions.incidentId, incident.id)))
    .get();
  if (!question) throw new NotFoundError("This question is not there.");
  if (question.answeredBy !== null) {
    throw new DomainError(`${question.answeredBy} answered this already.`);
  }
  return question;
}

function close(viewer: Viewer, incident: IncidentRow, id: number, now: number): void {
  db()
    .update(gapQuestions)
    .set({ answeredAt: now, answeredBy: viewer.name })
    .where(eq(gapQuestions.id, id))
    .run();
  recordAudit(viewer.name, "incident:answer", `incident ${incident.key}`, undefined, incident.id);
}
