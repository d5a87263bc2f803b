import { Extension, type Editor } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

type Act = (editor: Editor) => void;
export type KeyActs = { link: Act; comment: Act; save: Act; help: Act; toolbar: Act };

const nothing: Act = () => undefined;

/** Keys for what stands around the text. The page's own use of the same keys rests meanwhile. */
export const EditorKeys = Extension.create<KeyActs>({
  name: "editorKeys",
  priority: 1500,
  addOptions: () => ({
    link: nothing,
    comment: nothing,
    save: nothing,
    help: nothing,
    toolbar: nothing,
  }),

  addProseMirrorPlugins() {
    const { editor, options } = this;
    return [
      new Plugin({
        props: {
          handleKeyDown: (_, event) => {
            const act = actOf(event, options, editor);
            act?.(editor);
            return act !== undefined;
          },
        },
      }),
    ];
  },
});

function actOf(event: KeyboardEvent, acts: KeyActs, editor: Editor): Act | undefined {
  if (event.altKey && event.key === "F10") return acts.toolbar;
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey) return undefined;
  const key = event.key.toLowerCase();
  if (event.altKey) return key === "m" ? acts.comment : undefined;
  if (key === "enter" && editor.isActive("taskItem")) return tick;
  return { k: acts.link, s: acts.save, "/": acts.help }[key];
}

function tick(editor: Editor): void {
  const isDone = editor.getAttributes("taskItem").checked === true;
  editor.commands.updateAttributes("taskItem", { checked: !isDone });
}
