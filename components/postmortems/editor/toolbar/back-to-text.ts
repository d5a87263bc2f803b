import type { Editor } from "@tiptap/core";

/** After a menu or a dialog one writes on, where one was. */
export function backToText(editor: Editor) {
  return (event: Event) => {
    event.preventDefault();
    editor.view.focus();
  };
}
