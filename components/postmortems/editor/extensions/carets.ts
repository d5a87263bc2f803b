import { Extension } from "@tiptap/core";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";

/** Who a caret belongs to; `hue` numbers the class in editor.css that colours it. */
type Writer = { name: string; hue?: number };

const classOf = ({ hue = 0 }: Writer) => `writer-${hue}`;

/** Shows where the others write. Their names are told in words elsewhere, so these stay out of speech. */
export const Carets = Extension.create<{ awareness: Awareness | undefined }>({
  name: "carets",
  addOptions: () => ({ awareness: undefined }),

  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (!awareness) return [];
    return [
      yCursorPlugin(awareness, {
        cursorBuilder: caretOf,
        selectionBuilder: (writer: Writer) => ({
          class: `writer-selection ${classOf(writer)}`,
        }),
      }),
    ];
  },
});

function caretOf(writer: Writer): HTMLElement {
  const caret = document.createElement("span");
  caret.className = `writer-caret ${classOf(writer)}`;
  caret.ariaHidden = "true";
  const label = document.createElement("span");
  label.className = "writer-name";
  label.textContent = writer.name;
  caret.append("\u2060", label, "\u2060");
  return caret;
}
