"use server";

import { z } from "zod";
import { editEvent, type EventEdit, type StandingEvent } from "@/db/mutations/event-edits";
import { attachPicture, linkEvent, removeLink } from "@/db/mutations/event-links";
import { pinEvent } from "@/db/mutations/event-pins";
import { addEvent } from "@/db/mutations/events";
import { answerQuestion, askWhoWasThere, passQuestion } from "@/db/mutations/gap-questions";
import { defineAction } from "@/lib/action";
import { ConflictError } from "@/lib/domain/error";
import { AUDIENCES } from "@/lib/domain/incident";
import { LARGEST_PICTURE } from "@/lib/domain/picture";
import type { Viewer } from "@/lib/domain/viewer";
import { optional, requiredLine, requiredText, utcTime } from "@/lib/fields";
import { wordChanges } from "@/lib/text-changes";

const key = z.string().max(200);
const seq = z.coerce.number().int().min(1);
const instant = z.coerce.number().int();
const question = z.coerce.number().int();
const told = {
  type: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/i, "Choose a type."),
  description: requiredText("Write a description.", 10_000),
  audience: z.enum(AUDIENCES, "Choose who may see it."),
};

export const addEventAction = defineAction({
  needs: "incident:update",
  input: z.strictObject({
    key,
    ...told,
    at: optional(utcTime),
    audience: told.audience.optional(),
  }),
  run: addEvent,
  next: (added, input) => `/incidents/${input.key}?event=${added.seq}#e-${added.seq}`,
});

export const editEventAction = defineAction({
  needs: "timeline:edit",
  input: z.strictObject({ key, seq, version: z.coerce.number().int(), ...told, at: utcTime }),
  run: editOrCompare,
});

export const pinEventAction = defineAction({
  needs: "timeline:edit",
  input: z.strictObject({ key, seq, pinned: z.enum(["yes", "no"]) }),
  run: (viewer, { pinned, ...row }) => pinEvent(viewer, { ...row, isPinned: pinned === "yes" }),
});

export const linkEventAction = defineAction({
  needs: "timeline:edit",
  input: z.strictObject({
    key,
    seq,
    url: requiredLine("Write the address.", 2000),
    title: requiredLine("Say what it shows."),
  }),
  run: linkEvent,
});

export const attachPictureAction = defineAction({
  needs: "timeline:edit",
  input: z
    .strictObject({
      key,
      seq,
      file: z
        .instanceof(File, { error: "Choose a picture." })
        .refine(({ size }) => size > 0, "Choose a picture.")
        .refine(({ size }) => size <= LARGEST_PICTURE, "Choose a picture of 5 MB at most."),
      alt: optional(requiredLine("Say what it shows.", 500)),
      decorative: z.literal("on").optional(),
    })
    .refine(({ alt, decorative }) => alt !== undefined || decorative !== undefined, {
      error: "Say what it shows, or mark it as decorative.",
      path: ["alt"],
    }),
  run: async (viewer, { file, alt, decorative, ...row }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    attachPicture(viewer, { ...row, name: file.name, bytes, alt: decorative ? "" : (alt ?? "") });
  },
});

export const removeLinkAction = defineAction({
  needs: "timeline:edit",
  input: z.strictObject({ key, id: z.coerce.number().int() }),
  run: removeLink,
});

export const askWhoWasThereAction = defineAction({
  needs: "timeline:edit",
  input: z.strictObject({
    key,
    start: instant,
    end: instant,
    person: requiredLine("Name a person."),
    note: requiredText("Write your question.", 2000),
  }),
  run: askWhoWasThere,
});

export const answerQuestionAction = defineAction({
  needs: "timeline:edit",
  input: z.strictObject({ key, question, ...told, at: utcTime, then: z.enum(["more", "done"]) }),
  run: (viewer, { then, ...answer }) =>
    answerQuestion(viewer, { ...answer, hasMore: then === "more" }),
  next: ({ seq: added }, input) =>
    input.then === "more"
      ? `/incidents/${input.key}#question-${input.question}`
      : `/incidents/${input.key}?event=${added}#e-${added}`,
});

export const passQuestionAction = defineAction({
  needs: "timeline:edit",
  input: z.strictObject({ key, question }),
  run: passQuestion,
  next: (_, input) => `/incidents/${input.key}#timeline`,
});

/** Where someone was faster, the writer is shown what their text would change in what stands there. */
function editOrCompare(viewer: Viewer, edit: EventEdit) {
  try {
    return editEvent(viewer, edit);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const standing: StandingEvent = error.current;
    const changes = wordChanges(standing.description, edit.description);
    throw new ConflictError(error.message, { ...standing, changes });
  }
}
