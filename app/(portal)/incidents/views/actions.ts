"use server";

import { z } from "zod";
import { deleteView, saveView } from "@/db/mutations/saved-views";
import { defineAction } from "@/lib/action";
import { requiredLine } from "@/lib/fields";

export const saveViewAction = defineAction({
  needs: "view:save",
  input: z.object({
    name: requiredLine("Give the view a name.", 60),
    query: z.string().max(3000),
  }),
  run: saveView,
  next: ({ query }) => `/incidents${query}`,
});

export const deleteViewAction = defineAction({
  needs: "view:save",
  input: z.object({ id: z.coerce.number().int().positive() }),
  run: deleteView,
});
