import type { Editor } from "@tiptap/core";
import { CALLOUTS, toggleQuote } from "@/components/postmortems/editor/callouts";
import { BLOCK_NAMES, LIVE_BLOCKS } from "@/lib/domain/live-block";
import { deskOf } from "./desk";
import type { MenuItem } from "./menu-list";
import { putLiveBlock } from "./put";

export type SlashItem = MenuItem & {
  /** Other words for it. */
  words: string;
  run: (editor: Editor) => void;
};

const item = (
  title: string,
  words: string,
  hint: string,
  run: (editor: Editor) => void,
): SlashItem => ({ id: title, title, words, hint, run });

const HEADINGS = ([2, 3, 4] as const).map((level) =>
  item(`Heading ${level}`, `h${level} title section`, "#".repeat(level), (editor) =>
    editor.chain().focus().setHeading({ level }).run(),
  ),
);

const ITEMS: readonly SlashItem[] = [
  ...HEADINGS,
  item("Bulleted list", "ul points", "-", (editor) =>
    editor.chain().focus().toggleBulletList().run(),
  ),
  item("Numbered list", "ol steps", "1.", (editor) =>
    editor.chain().focus().toggleOrderedList().run(),
  ),
  item("Task list", "todo checkbox", "[ ]", (editor) =>
    editor.chain().focus().toggleTaskList().run(),
  ),
  item("Table", "grid rows columns", "", (editor) =>
    editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  ),
  item("Quote", "blockquote", ">", (editor) => toggleQuote(editor, null)),
  ...CALLOUTS.map(({ alert, name }) =>
    item(`Callout: ${name}`, `alert ${alert} box`, "", (editor) => toggleQuote(editor, alert)),
  ),
  item("Code block", "fence source", "```", (editor) =>
    editor.chain().focus().toggleCodeBlock().run(),
  ),
  item("Dividing line", "rule hr separator", "---", (editor) =>
    editor.chain().focus().setHorizontalRule().run(),
  ),
  item("Picture", "image photo screenshot upload", "", (editor) =>
    deskOf(editor).acts().choosePictures(),
  ),
  ...LIVE_BLOCKS.map((kind) =>
    item(`Live: ${BLOCK_NAMES[kind]}`, `block record ${kind}`, "", (editor) =>
      putLiveBlock(editor, kind),
    ),
  ),
  item("Row of the timeline", "event cite", "", (editor) =>
    deskOf(editor).acts().openPanel("Timeline"),
  ),
  item("Action item", "todo cite", "#", (editor) =>
    editor.chain().focus().insertContent("#").run(),
  ),
  item("Incident", "cite link", "#", (editor) => editor.chain().focus().insertContent("#").run()),
  item("Person", "mention people name", "@", (editor) =>
    editor.chain().focus().insertContent("@").run(),
  ),
];

/** What can be inserted, of that what was typed; names that begin with it come first. */
export function slashItems(typed: string): SlashItem[] {
  const text = typed.toLowerCase();
  const begins = ({ title }: SlashItem) => title.toLowerCase().startsWith(text);
  const has = ({ title, words }: SlashItem) =>
    `${title} ${words}`
      .toLowerCase()
      .split(/[\s:]+/)
      .some((word) => word.startsWith(text)) ||
    title.toLowerCase().replaceAll(" ", "").includes(text);
  const found = ITEMS.filter(has);
  return [...found.filter(begins), ...found.filter((each) => !begins(each))];
}
