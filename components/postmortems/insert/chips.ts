import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { chipOf, type Chip } from "@/lib/domain/chip";
import { saidBy, type BlockData } from "@/lib/domain/live-block";
import type { Desk } from "./desk";

type Found = { from: number; to: number; href: string; chip: Chip };

const chips = new PluginKey<DecorationSet>("chips");

/** Shows links to people, incidents, actions and rows as chips; a row's chip says what the row says. */
export function chipsPlugin(desk: Desk): Plugin {
  const known = new WeakMap<Node, Found[]>();
  return new Plugin<DecorationSet>({
    key: chips,
    state: {
      init: (_, { doc }) => decorationsOf(doc, desk.blocks(), known),
      apply: (tr, before) =>
        tr.docChanged || tr.getMeta(chips) === true
          ? decorationsOf(tr.doc, desk.blocks(), known)
          : before,
    },
    props: { decorations: (state) => chips.getState(state) },
    view: (view) => ({
      destroy: desk.subscribe(() => view.dispatch(view.state.tr.setMeta(chips, true))),
    }),
  });
}

/** Paragraphs that did not change are the same nodes, and are not read again. */
function decorationsOf(doc: Node, blocks: BlockData, known: WeakMap<Node, Found[]>): DecorationSet {
  const decorations: Decoration[] = [];
  doc.descendants((node, start) => {
    if (!node.isTextblock) return true;
    const found = known.get(node) ?? chipsIn(node);
    known.set(node, found);
    for (const { from, to, chip } of found) {
      decorations.push(
        Decoration.inline(start + 1 + from, start + 1 + to, attributesOf(chip, blocks)),
      );
    }
    return false;
  });
  return DecorationSet.create(doc, decorations);
}

function chipsIn(block: Node): Found[] {
  const found: Found[] = [];
  block.forEach((child, from) => {
    const href: unknown = child.marks.find(({ type }) => type.name === "link")?.attrs.href;
    const chip = typeof href === "string" ? chipOf(href) : undefined;
    if (!chip || typeof href !== "string") return;
    const to = from + child.nodeSize;
    const last = found.at(-1);
    if (last?.to === from && last.href === href) last.to = to;
    else found.push({ from, to, href, chip });
  });
  return found;
}

function attributesOf({ kind, key, seq }: Chip, blocks: BlockData) {
  const isOwn = kind === "event" && key === blocks.key && seq !== undefined;
  const title = isOwn ? saidBy(blocks, seq) : undefined;
  return { class: `chip chip-${kind}`, ...(title === undefined ? {} : { title }) };
}
