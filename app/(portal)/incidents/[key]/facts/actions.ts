"use server";

import { z } from "zod";
import { changeFacts } from "@/db/mutations/facts";
import { defineAction } from "@/lib/action";
import { factTexts, seenFacts, withFactFields } from "@/lib/fact-fields";

const input = z.preprocess(
  withFactFields,
  z.strictObject({ key: z.string().max(200), seen: seenFacts, facts: factTexts }),
);

export const changeFactsAction = defineAction({
  needs: "incident:update",
  input,
  run: changeFacts,
  next: (_, { key }) => `/incidents/${key}`,
});

/** Gives a form back as it was sent, for a browser that cannot show by itself what the answers make. */
export const previewFactsAction = defineAction({
  needs: "incident:update",
  input,
  run: (_, { facts, seen }) => ({ facts, seen }),
});
