import { z } from "zod";
import {
  askForReview,
  dropPostmortem,
  judgeText,
  requirePostmortem,
  withdrawReview,
} from "@/db/mutations/reviews";
import { getStanding } from "@/db/queries/reviews";
import { givenTime, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { DomainError } from "@/lib/domain/error";
import { VERDICTS } from "@/lib/domain/postmortem";
import { MOST_REASON } from "@/lib/domain/review";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { requirePostmortemOf } from "../find-postmortem";
import { ofIncident } from "../shapes/incident";
import { postmortem, standing } from "../shapes/postmortem";
import { getPostmortemOperation } from "./postmortems";

const about = {
  tags: ["Postmortems"],
  needs: "postmortem:review",
  scope: "postmortems:write",
  params: ofIncident,
} as const;

const ask = defineOperation({
  ...about,
  id: "askForReview",
  method: "POST",
  path: "/incidents/{key}/postmortem/review",
  summary: "Ask people to review a postmortem",
  body: z.strictObject({
    reviewers: z
      .array(z.int().min(1))
      .min(1)
      .max(100)
      .meta({ description: "The ids of their accounts." }),
    dueAt: givenTime,
  }),
  answer: postmortem,
  run(viewer, { params: { key }, body }) {
    askForReview(viewer, { key, ...body, seenState: standingOf(viewer, key).version });
    return requirePostmortemOf(viewer, key);
  },
});

const withdraw = defineOperation({
  ...about,
  id: "withdrawReview",
  method: "DELETE",
  path: "/incidents/{key}/postmortem/review",
  summary: "Take a postmortem back to a draft",
  description: "`If-Match` names the postmortem’s ETag.",
  seen: getPostmortemOperation,
  run(viewer, { params: { key } }) {
    withdrawReview(viewer, { key, seenState: standingOf(viewer, key).version });
  },
});

const judge = defineOperation({
  ...about,
  id: "judgePostmortem",
  method: "POST",
  path: "/incidents/{key}/postmortem/verdicts",
  summary: "Approve a postmortem, or ask for changes",
  description:
    "What is open in it comes back as `findings` (422); send their keys as `confirmed` to approve it all the same.",
  body: z.strictObject({
    mark: z.string().max(200).meta({ description: "The `mark` of the text that was read." }),
    verdict: z.enum(VERDICTS),
    note: text("Write the note.", 5000)
      .optional()
      .meta({ description: "Needed where changes are asked for." }),
    confirmed: z.array(z.string().max(1000)).max(200).default([]),
  }),
  answer: postmortem,
  run(viewer, { params: { key }, body: { mark, ...judgement } }) {
    const seenState = standingOf(viewer, key).version;
    judgeText(viewer, { key, seenState, seen: mark, ...judgement });
    return requirePostmortemOf(viewer, key);
  },
});

const getStandingOperation = defineOperation({
  ...about,
  id: "getPostmortemStanding",
  method: "GET",
  path: "/incidents/{key}/postmortem/standing",
  summary: "Get where a postmortem stands",
  description: "Also of one that nobody has begun, or that is not required.",
  needs: "portal:read",
  scope: "postmortems:read",
  answer: standing,
  run: (viewer, { params: { key } }) => standingOf(viewer, key),
});

const setRequired = defineOperation({
  ...about,
  id: "setPostmortemRequired",
  method: "PUT",
  path: "/incidents/{key}/postmortem/standing",
  summary: "Say whether an incident needs a postmortem",
  body: z.strictObject({
    isRequired: z.boolean(),
    reason: text("Say why no postmortem is needed.", MOST_REASON).optional(),
  }),
  answer: standing,
  seen: getStandingOperation,
  run(viewer, { params: { key }, body: { isRequired, reason } }) {
    const seenState = standingOf(viewer, key).version;
    if (isRequired) requirePostmortem(viewer, { key, seenState });
    else if (reason !== undefined) dropPostmortem(viewer, { key, seenState, reason });
    else throw new DomainError("Say why no postmortem is needed.", "reason");
    return standingOf(viewer, key);
  },
});

export const REVIEW_OPERATIONS = [ask, withdraw, judge, getStandingOperation, setRequired];

const standingOf = (viewer: Viewer, key: string) => getStanding(requireSeen(viewer, key).id);
