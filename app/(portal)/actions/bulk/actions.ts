"use server";

import { z } from "zod";
import { changeItems } from "@/db/mutations/item-changes";
import { defineAction } from "@/lib/action";
import { ACTION_ITEM_STATUSES } from "@/lib/domain/board";
import { CLEARED, sharedChange, tickedItems } from "@/lib/domain/bulk";
import { closingFields } from "@/lib/closing-fields";
import { deadlineFields } from "@/lib/deadline-fields";
import { optional, requiredLine } from "@/lib/fields";

const word = optional(requiredLine("Choose one."));

/** Each ticked row is a field of its own, `item-7`, which holds the version that was seen. */
export const changeItemsAction = defineAction({
  needs: "action-item:edit",
  input: z
    .object({
      ...closingFields,
      ...deadlineFields,
      owner: word,
      team: optional(z.union([z.literal(CLEARED), z.string().regex(/^\d+$/)])),
      priority: word,
      type: word,
      status: optional(z.enum(ACTION_ITEM_STATUSES, "Choose a column.")),
    })
    .catchall(z.string())
    .transform((form) => ({ items: tickedItems(form), change: sharedChange(form) })),
  run: changeItems,
});
