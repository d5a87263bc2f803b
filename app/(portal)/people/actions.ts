"use server";

import { z } from "zod";
import { confirmAlias, removeAlias } from "@/db/mutations/people";
import { defineAction } from "@/lib/action";
import { requiredLine } from "@/lib/fields";

const alias = requiredLine("Name the alias.");

export const confirmAliasAction = defineAction({
  needs: "person:confirm",
  input: z.strictObject({ alias, name: requiredLine("Name the person it belongs to.") }),
  run: (viewer, match) => confirmAlias(viewer, match),
});

export const removeAliasAction = defineAction({
  needs: "person:confirm",
  input: z.strictObject({ alias }),
  run: removeAlias,
});
