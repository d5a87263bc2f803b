"use server";

import { z } from "zod";
import { redraftPostmortem, startPostmortem } from "@/db/mutations/postmortem-drafts";
import { defineAction } from "@/lib/action";
import { jsonOf, listOf } from "@/lib/fields";

const key = z.string().max(200);
const next = (_: unknown, input: { key: string }) =>
  `/incidents/${encodeURIComponent(input.key)}/postmortem`;

export const startPostmortemAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({ key, template: z.string("Choose a template.").max(200) }),
  run: startPostmortem,
  next,
});

export const redraftAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({
    key,
    seen: z.string().max(100),
    sections: listOf(z.string().max(500)),
    offers: listOf(
      jsonOf(
        z.strictObject({
          section: z.string(),
          kind: z.enum(["new", "gone"]),
          text: z.string(),
        }),
      ),
    ),
  }),
  run: redraftPostmortem,
  next,
});
