"use server";

import { z } from "zod";
import {
  addComment,
  editComment,
  reopenThread,
  replyToComment,
  resolveThread,
} from "@/db/mutations/postmortem-comments";
import { defineAction } from "@/lib/action";
import { requiredText } from "@/lib/fields";

const key = z.string().max(200);
const number = z.coerce.number().int();
const body = requiredText("Write the comment.", 5000);
const words = z
  .string()
  .max(5000)
  .default("")
  .transform((text) => text.replace(/\r\n?/g, "\n"));

export const addCommentAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({ key, quote: words, prefix: words, suffix: words, body }),
  run: addComment,
});

export const replyToCommentAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({ key, thread: number, body }),
  run: replyToComment,
});

export const editCommentAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({ key, id: number, body, seenBody: words }),
  run: editComment,
});

export const resolveThreadAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({ key, thread: number }),
  run: resolveThread,
});

export const reopenThreadAction = defineAction({
  needs: "postmortem:review",
  input: z.strictObject({ key, thread: number }),
  run: reopenThread,
});
