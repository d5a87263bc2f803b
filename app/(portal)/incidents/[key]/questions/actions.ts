"use server";

import { z } from "zod";
import { answerShareQuestion, closeShareQuestion } from "@/db/mutations/share-questions";
import { defineAction } from "@/lib/action";
import { LONGEST_ANSWER } from "@/lib/domain/share-question";
import { requiredText } from "@/lib/fields";

const named = {
  key: z.string().max(200),
  question: z.coerce.number().int(),
  version: z.coerce.number().int(),
};

export const answerShareQuestionAction = defineAction({
  needs: "share-link:manage",
  input: z.strictObject({ ...named, answer: requiredText("Write an answer.", LONGEST_ANSWER) }),
  run: answerShareQuestion,
});

export const closeShareQuestionAction = defineAction({
  needs: "share-link:manage",
  input: z.strictObject(named),
  run: closeShareQuestion,
});
