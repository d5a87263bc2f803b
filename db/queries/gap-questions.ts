import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { gapQuestions, incidents, people, users } from "@/db/schema";
import { aliasKey } from "@/lib/domain/people";
import type { Viewer } from "@/lib/domain/viewer";
import { personByAlias } from "./people";
import { visibleTo } from "./visibility";

export type GapQuestion = ReturnType<typeof listQuestions>[number];
export type WaitingQuestion = ReturnType<typeof listWaitingQuestions>[number];

/** What was asked about the silences of an incident, in the order of time. */
export function listQuestions(incidentId: number) {
  const { id, startsAt, endsAt, person, note, askedBy, askedAt } = gapQuestions;
  const { answeredAt, answeredBy } = gapQuestions;
  return db()
    .select({ id, startsAt, endsAt, person, note, askedBy, askedAt, answeredAt, answeredBy })
    .from(gapQuestions)
    .where(eq(gapQuestions.incidentId, incidentId))
    .orderBy(asc(startsAt), asc(id))
    .all();
}

/** The open questions that name this person, as far as they may know of the incidents. */
export function listWaitingQuestions(viewer: Viewer, incidentId?: number) {
  const { id, startsAt, endsAt, note, askedBy } = gapQuestions;
  return db()
    .select({
      id,
      startsAt,
      endsAt,
      note,
      askedBy,
      key: incidents.key,
      title: incidents.title,
    })
    .from(gapQuestions)
    .innerJoin(incidents, eq(incidents.id, gapQuestions.incidentId))
    .where(
      and(
        inArray(gapQuestions.person, namesOf(viewer)),
        isNull(gapQuestions.answeredAt),
        isNull(incidents.mergedIntoId),
        incidentId === undefined ? undefined : eq(incidents.id, incidentId),
        visibleTo(viewer),
      ),
    )
    .orderBy(asc(gapQuestions.askedAt), asc(id))
    .all();
}

/** Under which names the directory knows this person. */
function namesOf({ name, email }: Viewer): string[] {
  const known = personByAlias();
  return [name, known.get(aliasKey(name)), known.get(aliasKey(email))].flatMap(
    (each) => each ?? [],
  );
}

/** Whom one can ask: the people of the directory, and those who sign in. */
export function listAskable(): string[] {
  const known = db().select({ name: people.name }).from(people).all();
  const signedIn = db()
    .select({ name: users.name })
    .from(users)
    .where(isNull(users.disabledAt))
    .all();
  return [...new Set([...known, ...signedIn].map(({ name }) => name))].toSorted((a, b) =>
    a.localeCompare(b),
  );
}
