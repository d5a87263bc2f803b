"use server";

import { z } from "zod";
import { endSnooze, snoozeItem } from "@/db/mutations/action-item-snooze";
import { defineAction } from "@/lib/action";
import { optional, requiredLine } from "@/lib/fields";

const seen = { id: z.coerce.number().int(), seenUntil: optional(z.string().max(10)) };

export const snoozeItemAction = defineAction({
  needs: "action-item:edit",
  input: z.strictObject({
    ...seen,
    until: z.string().max(10),
    reason: requiredLine("Say why nobody is to be reminded.", 500),
  }),
  run: snoozeItem,
});

export const endSnoozeAction = defineAction({
  needs: "action-item:edit",
  input: z.strictObject(seen),
  run: endSnooze,
});
