import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

/** Escape, then Tab leaves the text, where Tab alone would indent a list or go to the next cell. */
export const WayOut = Extension.create({
  name: "wayOut",
  priority: 2000,

  addProseMirrorPlugins() {
    let isLeaving = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_, event) => {
              const leaves = isLeaving && event.key === "Tab";
              if (event.key !== "Shift") isLeaving = event.key === "Escape";
              return leaves; // true: the text does nothing with the key, and the browser goes on
            },
            blur: () => {
              isLeaving = false;
              return false;
            },
          },
        },
      }),
    ];
  },
});
