import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Mapping, StepMap } from "@tiptap/pm/transform";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { chipOf, type Chip } from "@/lib/domain/chip";
import { saidBy, type BlockData } from "@/lib/domain/live-block";
import type { Desk } from "./desk";

type Found = { from: number; to: number; href: string; chip: Chip };

const chips = new PluginKey<DecorationSet>("chips");

/** Shows links to people, incidents, actions and rows as chips; a row's chip says what the row says. */
export function chipsPlugin(desk: Desk): Plugin {
  return new Plugin<DecorationSet>({
    key: chips,
    state: {
      init: (_, { doc }) => allIn(doc, desk.blocks()),
      apply: (tr, set, before) => {
        if (tr.getMeta(chips) === true) return allIn(tr.doc, desk.blocks());
        return tr.docChanged ? renewed(set, before.doc, tr.doc, desk.blocks()) : set;
      },
    },
    props: { decorations: (state) => chips.getState(state) },
    view: (view) => ({
      destroy: desk.subscribe(() => view.dispatch(view.state.tr.setMeta(chips, true))),
    }),
  });
}

const allIn = (doc: Node, blocks: BlockData): DecorationSet =>
  DecorationSet.create(doc, decorationsIn(doc, 0, doc.content.size, blocks));

/** Reads only what differs between two documents, whoever wrote it: paragraphs around it are the same. */
function renewed(set: DecorationSet, old: Node, doc: Node, blocks: BlockData): DecorationSet {
  const from = old.content.findDiffStart(doc.content);
  const ends = old.content.findDiffEnd(doc.content);
  if (from === null || !ends) return set;
  const overlap = Math.max(from - Math.min(ends.a, ends.b), 0);
  const [endBefore, end] = [ends.a + overlap, ends.b + overlap];
  const shift = new Mapping([new StepMap([from, endBefore - from, end - from])]);
  const moved = set.map(shift, doc);
  const range = textblocksAround(doc, from, end);
  return moved
    .remove(moved.find(range.from, range.to))
    .add(doc, decorationsIn(doc, range.from, range.to, blocks));
}

function textblocksAround(doc: Node, from: number, to: number) {
  const [start, end] = [doc.resolve(from), doc.resolve(to)];
  return {
    from: start.parent.isTextblock ? start.before() : from,
    to: end.parent.isTextblock ? end.after() : to,
  };
}

function decorationsIn(doc: Node, from: number, to: number, blocks: BlockData): Decoration[] {
  const decorations: Decoration[] = [];
  doc.nodesBetween(from, to, (node, start) => {
    if (!node.isTextblock) return true;
    for (const { from: begin, to: end, chip } of chipsIn(node)) {
      const attributes = attributesOf(chip, blocks);
      decorations.push(Decoration.inline(start + 1 + begin, start + 1 + end, attributes));
    }
    return false;
  });
  return decorations;
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
