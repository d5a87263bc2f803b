"use server";

import { z } from "zod";
import {
  askForReview,
  dropPostmortem,
  judgeText,
  requirePostmortem,
  showRoles,
  takeReviewerOff,
  withdrawReview,
} from "@/db/mutations/reviews";
import { defineAction } from "@/lib/action";
import { VERDICTS } from "@/lib/domain/postmortem";
import { MOST_REASON } from "@/lib/domain/review";
import { parseTime } from "@/lib/domain/time";
import { optional, requiredText } from "@/lib/fields";
import { confirmed } from "@/lib/update-fields";

const key = z.string().max(200);
const number = z.coerce.number().int();
const seenState = number;
const accounts = z
  .preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(number))
  .catch([]);
const dueAt = z.string().transform((text, context) => {
  const time = parseTime(text);
  if (time === undefined) context.addIssue("Choose a day and a time, in UTC.");
  return time ?? 0;
});

export const askForReviewAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({ key, seenState, reviewers: accounts, dueAt }),
  run: (viewer, asked) => askForReview(viewer, asked),
});

export const judgeTextAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({
    key,
    seenState,
    seen: z.string().max(200),
    verdict: z.enum(VERDICTS).default("approved"),
    note: optional(requiredText("Write the note.", 5000)),
    confirmed,
  }),
  run: (viewer, judgement) => judgeText(viewer, judgement),
});

export const withdrawReviewAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({ key, seenState }),
  run: (viewer, choice) => withdrawReview(viewer, choice),
});

export const takeReviewerOffAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({ key, userId: number }),
  run: (viewer, choice) => takeReviewerOff(viewer, choice),
});

export const dropPostmortemAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({
    key,
    seenState,
    reason: requiredText("Say why no postmortem is needed.", MOST_REASON),
  }),
  run: (viewer, choice) => dropPostmortem(viewer, choice),
});

export const requirePostmortemAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({ key, seenState }),
  run: (viewer, choice) => requirePostmortem(viewer, choice),
});

export const showRolesAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({ key, showsRoles: z.enum(["yes", "no"]) }),
  run: (viewer, { showsRoles, ...choice }) =>
    showRoles(viewer, { ...choice, showsRoles: showsRoles === "yes" }),
});
