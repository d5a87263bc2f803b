import type { ActionResult } from "@/lib/action";
import type { BlockData } from "@/lib/domain/live-block";
import type { MarkdownReading } from "@/lib/markdown/read";
import type { Change } from "@/lib/text-changes";

export type SavedPostmortem = {
  body: string;
  version: number;
  updatedBy: string;
  updatedAt: number;
};

/**
 * Where an edit stands. `version` is what the text started from, 0 before the first save, and `base` its
 * words, of which the version may know less than all.
 */
export type EditorState =
  | { kind: "write"; body: string; version: number; base?: string }
  | Preview
  | ({ kind: "saved" } & SavedPostmortem)
  | Conflict;

/** How a text that is not saved would be read; `blocks` is what its live blocks show today. */
type Preview = {
  kind: "preview";
  body: string;
  version: number;
  base?: string;
  reading: MarkdownReading;
  blocks: BlockData;
};

/** Two texts from one that differ in the same words: `changes` leads from theirs to mine. */
export type Conflict = {
  kind: "conflict";
  mine: string;
  theirs: SavedPostmortem;
  changes?: Change[];
};

export type EditAction = (
  previous: ActionResult<EditorState> | null,
  form: FormData,
) => Promise<ActionResult<EditorState>>;
