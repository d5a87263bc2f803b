import { z } from "zod";
import { answerShareQuestion, closeShareQuestion } from "@/db/mutations/share-questions";
import { listShareQuestions } from "@/db/queries/share-links";
import { incidentKey, numberInPath, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { LONGEST_ANSWER } from "@/lib/domain/share-question";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";
import { shareQuestion } from "../shapes/share-link";

const tags = ["Share links"];
const params = z.strictObject({ key: incidentKey, question: numberInPath("The question’s id.") });

const list = defineOperation({
  id: "listQuestions",
  method: "GET",
  path: "/incidents/{key}/questions",
  summary: "List what was asked through share links",
  description: "What waits first, then the newest.",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(shareQuestion),
  run: (viewer, { params: { key }, query }) =>
    pageWithin(listShareQuestions(requireSeen(viewer, key).id), query, ({ id }) => id),
});

const get = defineOperation({
  id: "getQuestion",
  method: "GET",
  path: "/incidents/{key}/questions/{question}",
  summary: "Get what was asked through a share link",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params,
  answer: shareQuestion,
  run: (viewer, { params }) => questionOf(viewer, params.key, params.question),
});

const answer = defineOperation({
  id: "answerQuestion",
  method: "PUT",
  path: "/incidents/{key}/questions/{question}",
  summary: "Answer what was asked, or close it",
  description: "The answer is shown to everyone with the link; `null` closes it without one.",
  tags,
  needs: "share-link:manage",
  scope: "share-links:write",
  params,
  body: z.strictObject({ answer: text("Write an answer.", LONGEST_ANSWER).nullable() }),
  answer: shareQuestion,
  seen: get,
  run(viewer, { params: { key, question }, body: { answer: said } }) {
    const { version } = questionOf(viewer, key, question);
    const named = { key, question, version };
    if (said === null) closeShareQuestion(viewer, named);
    else answerShareQuestion(viewer, { ...named, answer: said });
    return questionOf(viewer, key, question);
  },
});

export const QUESTION_OPERATIONS = [list, get, answer];

function questionOf(viewer: Viewer, key: string, wanted: number) {
  const found = listShareQuestions(requireSeen(viewer, key).id).find(({ id }) => id === wanted);
  if (!found) throw new NotFoundError("This question is not there.");
  return found;
}
