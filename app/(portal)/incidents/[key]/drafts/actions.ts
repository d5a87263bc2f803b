"use server";

import { z } from "zod";
import { discardDraft } from "@/db/mutations/update-drafts";
import { defineAction } from "@/lib/action";

export const discardDraftAction = defineAction({
  needs: "incident:update",
  input: z.strictObject({ key: z.string().max(200), draft: z.coerce.number().int() }),
  run: (viewer, { key, draft: id }) => discardDraft(viewer, { key, id }),
});
