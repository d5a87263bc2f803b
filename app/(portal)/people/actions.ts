"use server";

import { z } from "zod";
import { confirmAlias, removeAlias } from "@/db/mutations/people";
import { defineAction } from "@/lib/action";
import { optional, requiredLine } from "@/lib/fields";

const alias = requiredLine("Name the alias.");

export const confirmAliasAction = defineAction({
  needs: "person:confirm",
  input: z.strictObject({
    alias,
    name: z.string().max(200),
    other: optional(requiredLine("Write the name.")),
  }),
  run: (viewer, { alias, name, other }) => confirmAlias(viewer, { alias, name: other ?? name }),
});

export const removeAliasAction = defineAction({
  needs: "person:confirm",
  input: z.strictObject({ alias }),
  run: removeAlias,
});
