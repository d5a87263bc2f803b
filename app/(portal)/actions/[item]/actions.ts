"use server";

import { z } from "zod";
import {
  addItemComment,
  deleteItemComment,
  editItemComment,
} from "@/db/mutations/action-item-comments";
import { changeItem } from "@/db/mutations/action-item-edits";
import { answerFactor } from "@/db/mutations/factor-choices";
import { defineAction } from "@/lib/action";
import { actionAddress } from "@/lib/domain/chip";
import { requiredText } from "@/lib/fields";
import { itemTexts, seenTexts } from "@/lib/item-fields";

const id = z.coerce.number().int();
const version = z.coerce.number().int().min(0);
const comment = { id, comment: z.coerce.number().int(), version };
const body = requiredText("Write the comment.", 5000);

export const changeItemAction = defineAction({
  needs: "action-item:edit",
  input: z
    .strictObject({ ...itemTexts, id, seen: seenTexts })
    .transform(({ id, seen, ...texts }) => ({ id, seen, texts })),
  run: changeItem,
  next: (_, item) => actionAddress(item.id),
});

export const answerFactorAction = defineAction({
  needs: "postmortem:edit",
  input: z
    .strictObject({ id, factor: z.string().max(20_000), version, answers: z.enum(["yes", "no"]) })
    .transform(({ answers, ...answer }) => ({ ...answer, answers: answers === "yes" })),
  run: answerFactor,
});

export const addItemCommentAction = defineAction({
  needs: "action-item:comment",
  input: z.strictObject({ id, body }),
  run: addItemComment,
});

export const editItemCommentAction = defineAction({
  needs: "action-item:comment",
  input: z.strictObject({ ...comment, body }),
  run: editItemComment,
  next: (_, edit) => `${actionAddress(edit.id)}#comment-${edit.comment}`,
});

export const deleteItemCommentAction = defineAction({
  needs: "action-item:comment",
  input: z.strictObject(comment),
  run: deleteItemComment,
  next: (_, choice) => `${actionAddress(choice.id)}#comments`,
});
