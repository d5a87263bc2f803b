import type { Editor } from "@tiptap/core";

export const CALLOUTS = [
  { alert: "note", name: "Note" },
  { alert: "tip", name: "Tip" },
  { alert: "important", name: "Important" },
  { alert: "warning", name: "Warning" },
  { alert: "caution", name: "Caution" },
] as const;

export type Alert = (typeof CALLOUTS)[number]["alert"] | null;

/** Makes what is selected a quote of this kind, or the quote that it stands in; the same kind again undoes it. */
export function toggleQuote(editor: Editor, alert: Alert): void {
  const chain = editor.chain().focus();
  if (!editor.isActive("blockquote")) chain.wrapIn("blockquote", { alert }).run();
  else if (editor.isActive("blockquote", { alert })) chain.lift("blockquote").run();
  else chain.updateAttributes("blockquote", { alert }).run();
}
