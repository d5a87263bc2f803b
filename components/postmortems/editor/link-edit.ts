import type { Editor } from "@tiptap/core";
import { getMarkRange } from "@tiptap/core";

export type LinkEdit = { address: string; text: string; isNew: boolean };

/** The link that the caret stands in, or one to be made of what is selected. */
export function linkAtCaret(editor: Editor): LinkEdit {
  const range = linkRange(editor);
  if (range) editor.commands.setTextSelection(range);
  const { from, to } = editor.state.selection;
  const href: unknown = editor.getAttributes("link").href;
  return {
    address: typeof href === "string" ? href : "",
    text: editor.state.doc.textBetween(from, to, " "),
    isNew: range === undefined,
  };
}

function linkRange(editor: Editor) {
  const { link } = editor.schema.marks;
  const { $from, empty } = editor.state.selection;
  if (!link || !editor.isActive("link")) return undefined;
  const range = getMarkRange($from, link) ?? (empty ? undefined : editor.state.selection);
  return range && { from: range.from, to: range.to };
}

/** Links what is selected, in other words if they were changed. */
export function setLink(editor: Editor, { address, text }: Omit<LinkEdit, "isNew">): void {
  const { from, to } = editor.state.selection;
  const words = text.trim() === "" ? address : text;
  const chain = editor.chain();
  if (editor.state.doc.textBetween(from, to, " ") !== words) {
    chain.insertContentAt({ from, to }, { type: "text", text: words });
    chain.setTextSelection({ from, to: from + words.length });
  }
  chain.setMark("link", { href: address }).setTextSelection(from + words.length);
  chain.unsetMark("link").run();
}

export function removeLink(editor: Editor): void {
  editor.chain().unsetMark("link", { extendEmptyMarkRange: true }).run();
}
