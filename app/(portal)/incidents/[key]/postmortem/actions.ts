"use server";

import { z } from "zod";
import type { EditorState } from "@/components/postmortems/editor-state";
import {
  restoreRevision,
  savePostmortem,
  TextConflict,
  type PostmortemEdit,
} from "@/db/mutations/postmortems";
import { blocksOf } from "@/db/queries/postmortem-blocks";
import { findIncidentByKey } from "@/db/queries/record";
import { defineAction } from "@/lib/action";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { readMarkdown } from "@/lib/markdown/read";
import { lineChanges } from "@/lib/text-changes";

const key = z.string().max(200);
const version = z.coerce.number().int().min(0);
const body = z.string().transform((text) => text.replace(/\r\n?/g, "\n"));

export const editPostmortemAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({
    key,
    body,
    version,
    base: body.optional(),
    intent: z.enum(["write", "preview", "save"]).default("save"),
  }),
  run: (viewer, { intent, ...edit }): EditorState | Promise<EditorState> => {
    if (intent === "save") return save(viewer, { ...edit, baseVersion: edit.version });
    return intent === "preview" ? preview(viewer, edit) : { kind: "write", ...edit };
  },
});

export const restoreRevisionAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({ key, version, baseVersion: version }),
  run: restoreRevision,
  next: (_, input) => `/incidents/${encodeURIComponent(input.key)}/postmortem`,
});

type Text = { key: string; body: string; version: number; base?: string };

async function preview(viewer: Viewer, { key, ...text }: Text): Promise<EditorState> {
  const incident = findIncidentByKey(viewer, key);
  if (!incident) throw new NotFoundError(`There is no incident ${key}.`);
  return {
    kind: "preview",
    ...text,
    reading: await readMarkdown(text.body),
    blocks: blocksOf(viewer, incident.id, text.body),
  };
}

/** A conflict is an answer and no failure: the writer chooses between both texts. */
function save(viewer: Viewer, edit: PostmortemEdit): EditorState {
  try {
    return { kind: "saved", ...savePostmortem(viewer, edit) };
  } catch (error) {
    const theirs = error instanceof TextConflict ? error.current : undefined;
    if (!theirs) throw error;
    return {
      kind: "conflict",
      mine: edit.body,
      theirs,
      changes: lineChanges(theirs.body, edit.body),
    };
  }
}
