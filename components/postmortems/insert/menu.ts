import type { Editor, Range } from "@tiptap/core";
import { isChangeOrigin } from "@tiptap/extension-collaboration";
import { PluginKey, type Plugin } from "@tiptap/pm/state";
import Suggestion from "@tiptap/suggestion";
import { portalContainer } from "@/components/ui/portal-container";
import { MenuList, type MenuItem } from "./menu-list";

type MenuDefinition<Item extends MenuItem> = {
  editor: Editor;
  /** The sign that opens it, at the beginning of a word. */
  sign: string;
  label: string;
  hasSpaces: boolean;
  items: (typed: string, signal: AbortSignal) => Item[] | Promise<Item[]>;
  /** What becomes of the sign and of what was typed after it. */
  choose: (item: Item, range: Range) => void;
};

const EDGE = 8;

/** Keeps a menu from reaching over the window's sides, where the caret is near one. */
const WITHIN_WINDOW = {
  name: "within-window",
  fn: ({ x, rects }: { x: number; rects: { floating: { width: number } } }) => {
    const last = document.documentElement.clientWidth - rects.floating.width - EDGE;
    return { x: Math.max(EDGE, Math.min(x, last)) };
  },
};

/** A menu that a sign opens in the text. It opens while one types, and not when the caret passes by. */
export function menuPlugin<Item extends MenuItem>(menu: MenuDefinition<Item>): Plugin {
  const { editor, sign, label, hasSpaces, items, choose } = menu;
  const key = new PluginKey(`menu ${label}`);
  return Suggestion<Item, Item>({
    editor,
    pluginKey: key,
    char: sign,
    allowSpaces: hasSpaces,
    allowedPrefixes: [" ", "\u00a0", "(", "\u201c", '"'],
    container: portalContainer(),
    floatingUi: { strategy: "fixed", middleware: [WITHIN_WINDOW] },
    items: ({ query, signal }) => items(query, signal),
    command: ({ range, props }) => choose(props, range),
    allow: ({ state, range }) => {
      const { parent } = state.doc.resolve(range.from);
      const isCode = state.schema.marks.code?.isInSet(state.doc.resolve(range.to).marks());
      return !parent.type.spec.code && !isCode;
    },
    shouldShow: ({ transaction }) =>
      key.getState(editor.state)?.active === true ||
      (transaction.docChanged && !isChangeOrigin(transaction)),
    render: () => {
      let list: MenuList<Item> | undefined;
      let unmount: (() => void) | undefined;
      return {
        onStart: ({ command, mount }) => {
          list = new MenuList(editor.view.dom, label, command);
          list.show([]);
          unmount = mount(list.dom);
        },
        onUpdate: ({ items: found, loading, command }) => {
          list?.choosing(command);
          if (!loading) list?.show(found);
        },
        onKeyDown: ({ event }) => list?.take(event) ?? false,
        onExit: () => {
          unmount?.();
          list?.close();
          list = undefined;
        },
      };
    },
  });
}
