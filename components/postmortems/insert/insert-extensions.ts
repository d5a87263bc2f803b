import { Extension, type Extensions } from "@tiptap/core";
import type { Desk } from "./desk";
import { chipsPlugin } from "./chips";
import { dropsPlugin } from "./drops";
import { findPlugin } from "./find";
import { menuPlugin } from "./menu";
import { namesOf } from "./naming";
import { putChip } from "./put";
import { slashItems } from "./slash-items";

/** What can be inserted into a text besides words: menus at the caret, chips, rows and pictures. */
export function insertExtensions(desk: Desk): Extensions {
  return [
    Extension.create<object, { desk: Desk }>({
      name: "insert",
      priority: 1600,
      addStorage: () => ({ desk }),

      addKeyboardShortcuts: () => ({
        "Mod-Alt-f": () => {
          desk.acts().find();
          return true;
        },
      }),

      addProseMirrorPlugins() {
        const { editor } = this;
        const naming = (sign: string, label: string, of: "people" | "things") =>
          menuPlugin({
            editor,
            sign,
            label,
            hasSpaces: true,
            items: (typed, signal) => namesOf(desk, of, typed, signal),
            choose: ({ chip }, range) => putChip(editor, chip, range),
          });
        return [
          menuPlugin({
            editor,
            sign: "/",
            label: "Insert",
            hasSpaces: false,
            items: slashItems,
            choose: (item, range) => {
              editor.chain().focus().deleteRange(range).run();
              item.run(editor);
            },
          }),
          naming("@", "People", "people"),
          naming("#", "Incidents and actions", "things"),
          chipsPlugin(desk),
          dropsPlugin(editor, desk),
          findPlugin(),
        ];
      },
    }),
  ];
}
