"use server";

import { z } from "zod";
import { addActionItem, editActionItem, moveActionItem } from "@/db/mutations/action-items";
import { ACTION_ITEM_STATUSES } from "@/lib/domain/board";
import { defineAction } from "@/lib/action";
import { closingFields } from "@/lib/closing-fields";
import { optional, requiredLine, requiredText } from "@/lib/fields";

const text = {
  title: requiredText("Give the action item a title.", 2000),
  owner: optional(requiredLine("Name the owner.")),
  priority: optional(requiredLine("Choose a priority.")),
  type: optional(requiredLine("Choose a type.")),
  deadline: optional(requiredLine("Choose a day.")),
};
/** Back to the board with its filters, and to nowhere else. */
const back = z.string().regex(/^\/actions(\?[\w=&%.*+@-]*)?$/);

export const moveCardAction = defineAction({
  needs: "action-item:move",
  input: z
    .strictObject({
      ...closingFields,
      id: z.coerce.number().int(),
      to: z.enum(ACTION_ITEM_STATUSES, "Choose a column."),
      from: z.enum(ACTION_ITEM_STATUSES).optional(),
      index: z.number().int().min(0).optional(),
      place: z.coerce.number().int().min(1, "The first place is 1.").default(1), // a form counts from 1
      word: z.string().max(2000).nullable().optional(),
      isUndo: z.boolean().optional(),
    })
    .transform(({ place, ...move }) => ({ ...move, index: move.index ?? place - 1 })),
  run: moveActionItem,
});

export const editActionItemAction = defineAction({
  needs: "action-item:edit",
  input: z.strictObject({
    ...text,
    ...closingFields,
    id: z.coerce.number().int(),
    version: z.coerce.number().int(),
    status: optional(requiredLine("Choose a column.")),
    back,
  }),
  run: (viewer, { back: _, ...edit }) => editActionItem(viewer, edit),
  next: (_, { id, back }) => `${back}#ai-${id}`,
});

export const addActionItemAction = defineAction({
  needs: "action-item:edit",
  input: z.strictObject({ ...text, key: requiredLine("Name the incident."), back }),
  run: (viewer, { back: _, ...addition }) => addActionItem(viewer, addition),
  next: ({ id }, { back }) => `${back}#ai-${id}`,
});
