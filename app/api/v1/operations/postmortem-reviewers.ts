import { z } from "zod";
import { takeReviewerOff } from "@/db/mutations/reviews";
import { listPossibleReviewers } from "@/db/queries/reviews";
import { incidentKey, numberInPath } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";
import { getPostmortemOperation } from "./postmortems";

const about = {
  tags: ["Postmortems"],
  needs: "postmortem:review",
  scope: "postmortems:write",
} as const;

const list = defineOperation({
  ...about,
  id: "listPossibleReviewers",
  method: "GET",
  path: "/incidents/{key}/postmortem/possible-reviewers",
  summary: "List who can be asked to review a postmortem",
  scope: "postmortems:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(z.object({ userId: z.int(), name: z.string() }).meta({ id: "PossibleReviewer" })),
  run: (viewer, { params: { key }, query }) =>
    pageWithin(listPossibleReviewers(requireSeen(viewer, key).id), query, ({ userId }) => userId),
});

const remove = defineOperation({
  ...about,
  id: "removeReviewer",
  method: "DELETE",
  path: "/incidents/{key}/postmortem/reviewers/{userId}",
  summary: "Ask somebody no longer",
  description: "`If-Match` names the postmortem’s ETag.",
  params: z.strictObject({ key: incidentKey, userId: numberInPath("The account’s id.") }),
  seen: getPostmortemOperation,
  run: (viewer, { params }) => takeReviewerOff(viewer, params),
});

export const REVIEWER_OPERATIONS = [list, remove];
