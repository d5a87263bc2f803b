import type { ActionResult } from "@/lib/action";
import type { MarkdownReading } from "@/lib/markdown/read";
import type { Change } from "@/lib/text-changes";

export type SavedPostmortem = {
  body: string;
  version: number;
  updatedBy: string;
  updatedAt: number;
};

/** Where an edit stands. `version` is what the text started from: 0 before the first save. */
export type EditorState =
  | { kind: "write"; body: string; version: number }
  | { kind: "preview"; body: string; version: number; reading: MarkdownReading }
  | ({ kind: "saved" } & SavedPostmortem)
  | Conflict;

/** Two texts from one: `changes` leads from theirs to mine, `merged` has both where that can be. */
export type Conflict = {
  kind: "conflict";
  mine: string;
  theirs: SavedPostmortem;
  changes?: Change[];
  merged?: string;
};

export type EditAction = (
  previous: ActionResult<EditorState> | null,
  form: FormData,
) => Promise<ActionResult<EditorState>>;
