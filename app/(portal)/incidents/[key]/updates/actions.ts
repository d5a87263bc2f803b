"use server";

import { z } from "zod";
import { correctMessage } from "@/db/mutations/corrections";
import { postUpdate } from "@/db/mutations/updates";
import { defineAction } from "@/lib/action";
import { UnconfirmedError } from "@/lib/domain/error";
import { jsonOf } from "@/lib/fields";
import { confirmed, message, updateFields } from "@/lib/update-fields";

/** Asked for a preview only, it writes nothing: the refused form shows how it will look. */
export const postUpdateAction = defineAction({
  needs: "incident:update",
  input: updateFields,
  run: (viewer, { intent, ...update }) => {
    if (intent === "preview") throw new UnconfirmedError("Nothing is posted yet.", []);
    return postUpdate(viewer, update);
  },
  next: ({ seq }, { key }) => `/incidents/${key}#c-${seq}`,
});

export const correctMessageAction = defineAction({
  needs: "incident:update",
  input: z
    .strictObject({
      key: z.string().max(200),
      seq: z.coerce.number().int(),
      message,
      seen: jsonOf(z.object({ version: z.int() })),
      confirmed,
    })
    .transform(({ seen, ...correction }) => ({ ...correction, version: seen.version })),
  run: (viewer, correction) => correctMessage(viewer, correction),
  next: ({ seq }, { key }) => `/incidents/${key}#c-${seq}`,
});
