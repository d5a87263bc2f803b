"use server";

import { z } from "zod";
import type { EditorState } from "@/components/postmortems/editor-state";
import { restoreRevision, savePostmortem, type PostmortemEdit } from "@/db/mutations/postmortems";
import { draftOf, getPostmortem, getRevision } from "@/db/queries/postmortems";
import { findIncidentByKey } from "@/db/queries/record";
import { defineAction } from "@/lib/action";
import { ConflictError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { readMarkdown } from "@/lib/markdown/read";
import { lineChanges, mergeTexts } from "@/lib/text-changes";

const key = z.string().max(200);
const version = z.coerce.number().int().min(0);
const body = z.string().transform((text) => text.replace(/\r\n?/g, "\n"));

export const editPostmortemAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({
    key,
    body,
    version,
    intent: z.enum(["write", "preview", "save"]).default("save"),
  }),
  run: (viewer, { intent, ...edit }): EditorState | Promise<EditorState> => {
    if (intent === "save") return save(viewer, { ...edit, baseVersion: edit.version });
    return intent === "preview" ? preview(edit) : { kind: "write", ...edit };
  },
});

export const restoreRevisionAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({ key, version, baseVersion: version }),
  run: restoreRevision,
  next: (_, input) => `/incidents/${encodeURIComponent(input.key)}/postmortem`,
});

type Text = { body: string; version: number };

async function preview({ body, version }: Text): Promise<EditorState> {
  return { kind: "preview", body, version, reading: await readMarkdown(body) };
}

/** A conflict is an answer and no failure: the writer chooses between both texts. */
function save(viewer: Viewer, edit: PostmortemEdit): EditorState {
  try {
    return { kind: "saved", ...savePostmortem(viewer, edit) };
  } catch (error) {
    const incident = findIncidentByKey(viewer, edit.key);
    const theirs = incident && getPostmortem(incident.id);
    if (!(error instanceof ConflictError) || !theirs) throw error;
    const base =
      edit.baseVersion === 0
        ? draftOf(incident.id)
        : getRevision(incident.id, edit.baseVersion)?.body;
    return {
      kind: "conflict",
      mine: edit.body,
      theirs,
      changes: lineChanges(theirs.body, edit.body),
      merged:
        base === undefined ? undefined : mergeTexts({ base, mine: edit.body, theirs: theirs.body }),
    };
  }
}
