"use server";

import { z } from "zod";
import { addPicture } from "@/db/mutations/pictures";
import { defineAction } from "@/lib/action";
import { LARGEST_PICTURE, pictureMarkdown } from "@/lib/domain/picture";
import { optional, requiredLine } from "@/lib/fields";

export const addPictureAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({
    key: z.string().max(200),
    file: z
      .instanceof(File, { error: "Choose a picture." })
      .refine(({ size }) => size > 0, "Choose a picture.")
      .refine(({ size }) => size <= LARGEST_PICTURE, "Choose a picture of 5 MB at most."),
    alt: optional(requiredLine("Say what it shows.", 500)),
  }),
  run: async (viewer, { key, file, alt }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { publicId } = addPicture(viewer, { key, name: file.name, bytes });
    return { markdown: pictureMarkdown(publicId, alt ?? "") };
  },
});
