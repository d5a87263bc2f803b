"use server";

import { z } from "zod";
import { answerRecurrence } from "@/db/mutations/recurrences";
import { RECURRENCE_ANSWERS } from "@/lib/domain/action-item";
import { defineAction } from "@/lib/action";
import { optional, requiredText } from "@/lib/fields";

export const answerRecurrenceAction = defineAction({
  needs: "action-item:move",
  input: z.strictObject({
    key: z.string().max(200),
    item: z.coerce.number().int(),
    answer: z.enum(RECURRENCE_ANSWERS, "Reopen it, or say that it is unrelated."),
    seen: optional(z.enum(RECURRENCE_ANSWERS)),
    reason: optional(requiredText("Say why.", 500)),
  }),
  run: answerRecurrence,
});
