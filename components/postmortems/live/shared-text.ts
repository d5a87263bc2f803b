import { Extension, type Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey, type ProsemirrorBinding } from "@tiptap/y-tiptap";
import type * as Y from "yjs";

/**
 * Shows a document's text and writes into it. By itself the binding makes the text anew whenever a plugin
 * comes or goes; a view then keeps the nodes of before and compares all of the text with them at each key.
 */
export const sharedText = (document: Y.Doc): Extensions => [
  Collaboration.configure({
    document,
    field: "text",
    ySyncOptions: { mapping: new Map() }, // given one, the binding leaves the first time to others
  }),
  FirstTime,
];

const FirstTime = Extension.create({
  name: "firstTime",

  addProseMirrorPlugins() {
    let isShown = false;
    return [
      new Plugin({
        view({ state }) {
          const { binding }: { binding: ProsemirrorBinding } = ySyncPluginKey.getState(state);
          if (!isShown) binding._forceRerender();
          isShown = true;
          return {};
        },
      }),
    ];
  },
});
