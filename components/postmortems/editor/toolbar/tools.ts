import type { Editor } from "@tiptap/core";
import {
  Bold,
  Code,
  Italic,
  List,
  ListOrdered,
  ListTodo,
  Minus,
  Redo2,
  Strikethrough,
  TextQuote,
  Undo2,
  type LucideIcon,
} from "lucide-react";
import { toggleQuote } from "../callouts";

/** A tool that acts at once; `on` names the node or mark that it switches. */
export type Tool = {
  name: string;
  Icon: LucideIcon;
  keys?: string;
  on?: string;
  run: (editor: Editor) => void;
};

const focused = (editor: Editor) => editor.chain().focus();

export const STEPS = {
  undo: {
    name: "Undo",
    Icon: Undo2,
    keys: "Mod Z",
    run: (editor: Editor) => focused(editor).undo().run(),
  },
  redo: {
    name: "Redo",
    Icon: Redo2,
    keys: "Mod Shift Z",
    run: (editor: Editor) => focused(editor).redo().run(),
  },
} satisfies Record<string, Tool>;

export const MARKS: readonly Tool[] = [
  {
    name: "Bold",
    Icon: Bold,
    keys: "Mod B",
    on: "bold",
    run: (editor) => focused(editor).toggleBold().run(),
  },
  {
    name: "Italic",
    Icon: Italic,
    keys: "Mod I",
    on: "italic",
    run: (editor) => focused(editor).toggleItalic().run(),
  },
  {
    name: "Struck through",
    Icon: Strikethrough,
    keys: "Mod Shift S",
    on: "strike",
    run: (editor) => focused(editor).toggleStrike().run(),
  },
  {
    name: "Code",
    Icon: Code,
    keys: "Mod E",
    on: "code",
    run: (editor) => focused(editor).toggleCode().run(),
  },
];

export const BLOCKS: readonly Tool[] = [
  {
    name: "Bulleted list",
    Icon: List,
    keys: "Mod Shift 8",
    on: "bulletList",
    run: (editor) => focused(editor).toggleBulletList().run(),
  },
  {
    name: "Numbered list",
    Icon: ListOrdered,
    keys: "Mod Shift 7",
    on: "orderedList",
    run: (editor) => focused(editor).toggleOrderedList().run(),
  },
  {
    name: "Task list",
    Icon: ListTodo,
    keys: "Mod Shift 9",
    on: "taskList",
    run: (editor) => focused(editor).toggleTaskList().run(),
  },
  {
    name: "Quote",
    Icon: TextQuote,
    keys: "Mod Shift B",
    on: "blockquote",
    run: (editor) => toggleQuote(editor, null),
  },
];

export const RULE: Tool = {
  name: "Dividing line",
  Icon: Minus,
  run: (editor) => focused(editor).setHorizontalRule().run(),
};
