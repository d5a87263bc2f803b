import { and, asc, desc, eq, inArray, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, incidents, recurrences } from "@/db/schema";
import { columnOf } from "@/lib/domain/board";
import { orderedEvents } from "@/lib/domain/events";
import { isOver } from "@/lib/domain/lifecycle";
import { candidatesOf, milestonesOf } from "@/lib/domain/milestones";
import { expectationsOf, isRecurrence } from "@/lib/domain/recurrence";
import type { Reason } from "@/lib/domain/similar";
import { ANYBODY, type Viewer } from "@/lib/domain/viewer";
import { listEarlier } from "./earlier-incidents";
import { factorsAnswered } from "./item-factors";
import { choicesOf, recordOf } from "./record";
import { visibleTo } from "./visibility";

export type Recurrence = ReturnType<typeof listRecurrences>[number];

const COMPARED_AT_MOST = 20;

/**
 * Items of earlier incidents that were done before this one began and should have prevented it, each with
 * why; and those of which somebody said what they are to it. Only once it is over, and for no exercise.
 */
export function listRecurrences(viewer: Viewer, key: string) {
  const subject = findSubject(and(eq(incidents.key, key), visibleTo(viewer)));
  return subject ? recurrencesOf(viewer, subject) : [];
}

/** Those that the incident's postmortem tells of: what everybody may read, and nobody called unrelated. */
export function listPreventing(incidentId: number) {
  const subject = findSubject(eq(incidents.id, incidentId));
  return (subject ? recurrencesOf(ANYBODY, subject) : [])
    .filter(({ answer }) => answer?.answer !== "unrelated")
    .map(({ id, title, incident }) => ({ id, title, incidentKey: incident.key }));
}

function recurrencesOf(viewer: Viewer, subject: Subject) {
  const answers = new Map(listAnswers(subject.id).map((answer) => [answer.actionItemId, answer]));
  const earlier = new Map(
    listEarlier(viewer, subject, COMPARED_AT_MOST)
      .filter((incident) => isRecurrence(mainServiceOf(subject), incident))
      .map((incident) => [incident.id, incident]),
  );
  const items = listItems(viewer, [...earlier.keys()], [...answers.keys()]).filter(
    ({ id, status }) => columnOf(status) === "done" || answers.has(id),
  );
  if (items.length === 0) return [];

  const why = expectationsOf(recurringOf(subject));
  const sources = new Set(items.map(({ incidentId }) => incidentId));
  const answered = new Map([...sources].map((id) => [id, factorsAnswered(id)]));
  return items.flatMap((item) => {
    const answer = answers.get(item.id);
    const factors = answered.get(item.incidentId)?.get(item.id) ?? [];
    const expected = why({ ...item, factors });
    if (!answer && (expected.length === 0 || !earlier.has(item.incidentId))) return [];
    const { id, title, status, closedAt, incidentKey, incidentTitle, severity } = item;
    const reasons = (earlier.get(item.incidentId)?.reasons ?? []).filter(isTelling);
    return {
      ...{ id, title, status, closedAt, expected, reasons, answer },
      incident: { key: incidentKey, title: incidentTitle, severity },
    };
  });
}

function findSubject(which: SQL | undefined) {
  const found = db().select().from(incidents).where(which).get();
  if (!found || !isOver(found) || found.isDrill || found.mergedIntoId !== null) return undefined;
  return found;
}

type Subject = NonNullable<ReturnType<typeof findSubject>>;

/** Kinds of factors are alike too often to say anything here. */
const isTelling = ({ why }: Reason) => why !== "same kind of factor";

const mainServiceOf = ({ service, affectedServices }: Subject) => service || affectedServices?.[0];

function recurringOf({ id, declaredAt }: Subject) {
  const record = recordOf(id);
  const { started } = milestonesOf(
    candidatesOf(record, orderedEvents(record)),
    choicesOf(id).milestones,
  );
  const factors = [
    record.resolution?.root_cause,
    ...(record.resolution?.contributing_factors ?? []),
  ].flatMap((text) => text || []);
  return { beganAt: Math.min(started?.at ?? declaredAt, declaredAt), factors };
}

function listAnswers(incidentId: number) {
  const { actionItemId, answer, reason, answeredBy, answeredAt } = recurrences;
  return db()
    .select({ actionItemId, answer, reason, answeredBy, answeredAt })
    .from(recurrences)
    .where(eq(recurrences.incidentId, incidentId))
    .all();
}

/** The items of these incidents and these items, as far as this person may know of them. */
function listItems(viewer: Viewer, ofIncidents: number[], ids: number[]) {
  const { id, incidentId, title, status, type, closedAt, checkText, checkResult } = actionItems;
  return db()
    .select({
      ...{ id, incidentId, title, status, type, closedAt, checkText, checkResult },
      incidentKey: incidents.key,
      incidentTitle: incidents.title,
      severity: incidents.severity,
    })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, incidentId))
    .where(and(or(inArray(incidentId, ofIncidents), inArray(id, ids)), visibleTo(viewer)))
    .orderBy(desc(incidents.declaredAt), asc(id))
    .all();
}
