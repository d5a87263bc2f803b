"use server";

import { z } from "zod";
import { changeFacts } from "@/db/mutations/facts";
import { defineAction } from "@/lib/action";
import { UnconfirmedError } from "@/lib/domain/error";
import { factTexts, seenFacts, withFactFields } from "@/lib/fact-fields";

/** Asked for a preview only, it writes nothing: the refused form shows what its answers make. */
export const changeFactsAction = defineAction({
  needs: "incident:update",
  input: z.preprocess(
    withFactFields,
    z.strictObject({
      key: z.string().max(200),
      seen: seenFacts,
      facts: factTexts,
      intent: z.literal("preview").optional(),
    }),
  ),
  run: (viewer, { intent, ...edit }) => {
    if (intent === "preview") throw new UnconfirmedError("Nothing is changed yet.", []);
    changeFacts(viewer, edit);
  },
  next: (_, { key }) => `/incidents/${key}`,
});
