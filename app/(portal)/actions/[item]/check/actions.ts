"use server";

import { z } from "zod";
import { answerCheck, setCheck } from "@/db/mutations/checks";
import { CHECK_RESULTS } from "@/lib/domain/action-item";
import { defineAction } from "@/lib/action";
import { jsonOf, optional, requiredText } from "@/lib/fields";

const seen = {
  id: z.coerce.number().int(),
  seen: jsonOf(
    z.strictObject({
      text: z.string().nullable(),
      due: z.string().nullable(),
      result: z.enum(CHECK_RESULTS).nullable(),
    }),
  ),
};

export const setCheckAction = defineAction({
  needs: "action-item:edit",
  input: z.strictObject({
    ...seen,
    text: optional(requiredText("Say what is to be looked at.", 500)),
    due: optional(z.string().max(10)),
  }),
  run: setCheck,
});

export const answerCheckAction = defineAction({
  needs: "action-item:edit",
  input: z.strictObject({
    ...seen,
    result: z.enum(CHECK_RESULTS, "Choose whether it held or failed."),
    note: requiredText("Say what you saw.", 1000),
    reopens: optional(z.stringbool()),
  }),
  run: answerCheck,
});
