import { z } from "zod";
import { answerQuestion, askWhoWasThere, passQuestion } from "@/db/mutations/gap-questions";
import { listQuestions } from "@/db/queries/gap-questions";
import { givenTime, incidentKey, line, numberInPath, shownTime, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { AUDIENCES } from "@/lib/domain/incident";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";

const tags = ["Timeline"];
const params = z.strictObject({ key: incidentKey, question: numberInPath("The question’s id.") });

const question = z
  .object({
    id: z.int(),
    startsAt: shownTime,
    endsAt: shownTime,
    person: z.string(),
    note: z.string(),
    askedBy: z.string(),
    askedAt: shownTime,
    answeredBy: z.string().nullable(),
    answeredAt: shownTime.nullable(),
  })
  .meta({ id: "GapQuestion" });

const list = defineOperation({
  id: "listGapQuestions",
  method: "GET",
  path: "/incidents/{key}/gap-questions",
  summary: "List what people were asked about silences of a timeline",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(question),
  run: (viewer, { params: { key }, query }) =>
    pageWithin(questionsOf(viewer, key), query, ({ id }) => id),
});

const get = defineOperation({
  id: "getGapQuestion",
  method: "GET",
  path: "/incidents/{key}/gap-questions/{question}",
  summary: "Get what somebody was asked about a silence",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params,
  answer: question,
  run: (viewer, { params: { key, question: id } }) => questionOf(viewer, key, id),
});

const ask = defineOperation({
  id: "askAboutGap",
  method: "POST",
  path: "/incidents/{key}/gap-questions",
  summary: "Ask somebody what happened in a silence",
  description: "The silence is one of the `gaps` of the incident’s analysis.",
  tags,
  needs: "timeline:edit",
  scope: "timeline:write",
  params: ofIncident,
  body: z.strictObject({
    startsAt: givenTime,
    endsAt: givenTime,
    person: line("Name a person."),
    note: text("Write your question.", 2000),
  }),
  answer: z.object({ items: z.array(question) }).meta({ id: "GapQuestions" }),
  run(viewer, { params: { key }, body: { startsAt, endsAt, ...asked } }) {
    askWhoWasThere(viewer, { key, start: startsAt, end: endsAt, ...asked });
    return { items: questionsOf(viewer, key) };
  },
});

const answer = defineOperation({
  id: "answerGapQuestion",
  method: "PUT",
  path: "/incidents/{key}/gap-questions/{question}",
  summary: "Tell what happened in a silence",
  description: "It becomes a row of the timeline. `null` closes the question with nothing to tell.",
  tags,
  needs: "timeline:edit",
  scope: "timeline:write",
  params,
  body: z.strictObject({
    told: z
      .strictObject({
        type: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, "A type is a word."),
        description: text("Write a description.", 10_000),
        at: givenTime,
        audience: z.enum(AUDIENCES).default("internal"),
      })
      .nullable(),
    hasMore: z
      .boolean()
      .default(false)
      .meta({ description: "Leaves the question open, as there is more to tell." }),
  }),
  answer: question,
  seen: get,
  run(viewer, { params: { key, question: id }, body: { told, hasMore } }) {
    if (told === null) passQuestion(viewer, { key, question: id });
    else answerQuestion(viewer, { key, question: id, hasMore, ...told });
    return questionOf(viewer, key, id);
  },
});

export const GAP_QUESTION_OPERATIONS = [list, get, ask, answer];

const questionsOf = (viewer: Viewer, key: string) => listQuestions(requireSeen(viewer, key).id);

function questionOf(viewer: Viewer, key: string, wanted: number) {
  const found = questionsOf(viewer, key).find(({ id }) => id === wanted);
  if (!found) throw new NotFoundError("This question is not there.");
  return found;
}
