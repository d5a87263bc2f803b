"use server";

import { z } from "zod";
import { addActionItem, editActionItem } from "@/db/mutations/action-item-edits";
import { closeItem, moveActionItem } from "@/db/mutations/action-items";
import { ACTION_ITEM_STATUSES, END } from "@/lib/domain/board";
import { asksForWords, CLOSED_COLUMNS } from "@/lib/domain/closing";
import { defineAction } from "@/lib/action";
import { closingFields } from "@/lib/closing-fields";
import { deadlineFields } from "@/lib/deadline-fields";
import { optional, requiredLine, requiredText } from "@/lib/fields";

const text = {
  title: requiredText("Give the action item a title.", 2000),
  owner: optional(requiredLine("Name the owner.")),
  priority: optional(requiredLine("Choose a priority.")),
  type: optional(requiredLine("Choose a type.")),
  ...deadlineFields,
};
/** Back to the board with its filters, and to nowhere else. */
const back = z.string().regex(/^\/actions(\?[\w=&%.*+@-]*)?$/);

const place = z.coerce.number().int().min(1, "The first place is 1."); // a form counts from 1

/** Without a script a move to Done or Won't do leads to the form that asks for proof or a reason. */
export const moveCardAction = defineAction({
  needs: "action-item:move",
  input: z
    .strictObject({
      ...closingFields,
      id: z.coerce.number().int(),
      to: z.enum(ACTION_ITEM_STATUSES, "Choose a column."),
      from: z.enum(ACTION_ITEM_STATUSES).optional(),
      index: z.number().int().min(0).optional(),
      before: z.number().int().optional(),
      place: place.default(1),
      word: z.string().max(2000).nullable().optional(),
      isUndo: z.boolean().optional(),
    })
    .transform(({ place, ...move }) => ({ ...move, index: move.index ?? place - 1 })),
  run: (viewer, move) => {
    if (!asksForWords(move)) moveActionItem(viewer, move);
  },
  next: (_, move) =>
    asksForWords(move)
      ? `/actions/AI-${move.id}?close=${move.to}&place=${move.index + 1}#closing`
      : undefined,
});

export const closeItemAction = defineAction({
  needs: "action-item:move",
  input: z
    .strictObject({
      ...closingFields,
      id: z.coerce.number().int(),
      version: z.coerce.number().int(),
      to: z.enum(CLOSED_COLUMNS),
      place: optional(place),
    })
    .transform(({ place, ...form }) => ({ ...form, index: place ? place - 1 : END })),
  run: closeItem,
  next: (_, { id }) => `/actions/AI-${id}`,
});

export const reopenItemAction = defineAction({
  needs: "action-item:move",
  input: z.strictObject({
    id: z.coerce.number().int(),
    from: z.enum(CLOSED_COLUMNS),
    reason: closingFields.reason,
  }),
  run: (viewer, form) => moveActionItem(viewer, { ...form, to: "open", index: END }),
  next: (_, { id }) => `/actions/AI-${id}`,
});

export const editActionItemAction = defineAction({
  needs: "action-item:edit",
  input: z.strictObject({
    ...text,
    ...closingFields,
    id: z.coerce.number().int(),
    version: z.coerce.number().int(),
    status: optional(requiredLine("Choose a column.")),
    team: optional(z.string().regex(/^\d+$/, "Choose a team.")),
    back,
  }),
  run: (viewer, { back: _, ...edit }) => editActionItem(viewer, edit),
  next: (_, { id, back }) => `${back}#ai-${id}`,
});

export const addActionItemAction = defineAction({
  needs: "action-item:edit",
  input: z.strictObject({
    ...text,
    key: requiredLine("Name the incident."),
    event: optional(z.coerce.number().int()),
    back,
  }),
  run: (viewer, { back: _, ...addition }) => addActionItem(viewer, addition),
  next: ({ id }, { back }) => `${back}#ai-${id}`,
});
