import { Extension, InputRule } from "@tiptap/core";
import { linkProblem } from "../link-address";

/** `[text](address)` becomes a link as its last sign is typed. */
export const LinkTyping = Extension.create({
  name: "linkTyping",

  addInputRules() {
    const { link } = this.editor.schema.marks;
    if (!link) return [];
    return [
      new InputRule({
        find: /(?:^|[^!\\])\[([^\][]+)\]\(([^\s()]+)\)$/,
        handler: ({ state, range, match }) => {
          const [, text = "", address = ""] = match;
          if (linkProblem(address)) return null;
          const start = range.from + match[0].lastIndexOf(`[${text}](`);
          const end = start + 1 + text.length;
          state.tr
            .delete(end, range.to)
            .delete(start, start + 1)
            .addMark(start, end - 1, link.create({ href: address }))
            .removeStoredMark(link);
        },
      }),
    ];
  },
});
