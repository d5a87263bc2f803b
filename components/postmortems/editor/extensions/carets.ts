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
      yCursorPlugin(ofOthers(awareness), {
        cursorBuilder: caretOf,
        selectionBuilder: (writer: Writer) => ({
          class: `writer-selection ${classOf(writer)}`,
        }),
      }),
    ];
  },
});

type Listener = Parameters<Awareness["on"]>[1];
type Change = Record<"added" | "updated" | "removed", number[]>;

/** The same, but silent about this page's own caret: it moves at each key, and nothing shows it. */
export function ofOthers(awareness: Awareness): Awareness {
  const heard = new Map<Listener, Listener>();
  const others: Awareness = Object.create(awareness);
  others.on = (event, listener) => {
    const hear: Listener = (change: Change, origin: unknown) => {
      const clients = [...change.added, ...change.updated, ...change.removed];
      if (clients.some((client) => client !== awareness.clientID)) listener(change, origin);
    };
    heard.set(listener, hear);
    return awareness.on(event, hear);
  };
  others.off = (event, listener) => awareness.off(event, heard.get(listener) ?? listener);
  return others;
}

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
