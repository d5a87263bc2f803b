import type { Editor, JSONContent, Range } from "@tiptap/core";
import type { LiveBlock } from "@/lib/domain/live-block";

export type ChipText = { text: string; href: string };

/** A chip in the text, and a space after it to write on. */
export function putChip(editor: Editor, chip: ChipText, range?: Range): void {
  const { from, to } = range ?? editor.state.selection;
  editor
    .chain()
    .focus()
    .insertContentAt({ from, to }, [...gapAt(editor, from), ...chipIn(editor, chip), space])
    .run();
}

/** A row of the timeline: within a sentence its time as a chip, on an empty line its words as well. */
export function putRow(editor: Editor, chip: ChipText, words: string): void {
  const { from, to, $from } = editor.state.selection;
  const isAlone = $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
  const told = isAlone ? [space, { type: "text", text: words }] : [space];
  editor
    .chain()
    .focus()
    .insertContentAt({ from, to }, [...gapAt(editor, from), ...chipIn(editor, chip), ...told])
    .run();
}

export function putLiveBlock(editor: Editor, kind: LiveBlock): void {
  editor.chain().focus().insertContent({ type: "liveBlock", attrs: { kind } }).run();
}

const space: JSONContent = { type: "text", text: " " };

/** A space where a word ends right before. */
function gapAt({ state: { doc } }: Editor, from: number): JSONContent[] {
  const before = doc.textBetween(doc.resolve(from).start(), from, "\n", "\ufffc");
  return /[\p{L}\p{N}.,;:!?)]$/u.test(before) ? [space] : [];
}

/** Where no link may stand, as in code, the address follows the text. */
function chipIn(editor: Editor, { text, href }: ChipText): JSONContent[] {
  const { link } = editor.schema.marks;
  const { parent } = editor.state.selection.$from;
  if (!link || !parent.type.allowsMarkType(link))
    return [{ type: "text", text: `${text} ${href}` }];
  return [{ type: "text", text, marks: [{ type: "link", attrs: { href } }] }];
}
