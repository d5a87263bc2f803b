import type { Editor } from "@tiptap/core";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { BLOCKS, MARKS } from "./tools";

const SWITCHED = [
  ...[...MARKS, ...BLOCKS].flatMap(({ on }) => (on === undefined ? [] : [on])),
  ...["link", "table", "codeBlock"],
];

export type ToolbarState = ReturnType<typeof toolbarState>;

/** What the tools show: as little as that, because it is asked for at every key. */
export function toolbarState(editor: Editor) {
  const { selection } = editor.state;
  const on = SWITCHED.filter((name) => editor.isActive(name));
  const level = Number(editor.isActive("heading") ? editor.getAttributes("heading").level : 0);
  const alert: unknown = editor.getAttributes("blockquote").alert;
  const language: unknown = editor.getAttributes("codeBlock").language;
  const steps: unknown = yUndoPluginKey.getState(editor.state)?.undoManager;
  return {
    on,
    level,
    alert: typeof alert === "string" ? alert : undefined,
    isInCode: on.includes("codeBlock"),
    language: on.includes("codeBlock") ? String(language ?? "") : undefined,
    hasWords: !selection.empty,
    canUndo: stepsOf(steps, "undoStack") > 0,
    canRedo: stepsOf(steps, "redoStack") > 0,
  };
}

function stepsOf(manager: unknown, name: "undoStack" | "redoStack"): number {
  if (typeof manager !== "object" || manager === null || !(name in manager)) return 0;
  const stack: unknown = Reflect.get(manager, name);
  return Array.isArray(stack) ? stack.length : 0;
}
