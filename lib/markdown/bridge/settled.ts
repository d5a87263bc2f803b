import type { Node } from "@tiptap/pm/model";
import { mustPart } from "./joining";
import { ALIGNMENTS, LIVE_KINDS, oneOf } from "./names";
import { remembering } from "./remembering";
import { nodes, schema } from "./schema";
import { beginsWithHtml, startsRaw, withoutHtml } from "./html-start";
import { settledInline } from "./settled-inline";

const MAX_START = 999_999_999;

/**
 * A document in the form that Markdown can hold, which is how it is read again after it was written:
 * without empty paragraphs beside others, with spaces moved out of marks, and with tables that have a
 * head and rows of one width. Nothing that a reader can see differs.
 */
export function settled(doc: Node): Node {
  return nodes.doc.create(null, settledBlocks(doc));
}

function settledBlocks(parent: Node): Node[] {
  const blocks: Node[] = [];
  const isTask = parent.type === nodes.taskItem;
  const isAlert = parent.type === nodes.blockquote && parent.attrs.alert !== null;
  for (const block of parent.children.map(settledBlock)) {
    const last = blocks.at(-1);
    if (isTask && !last) {
      const hasWords = block.type === nodes.paragraph;
      blocks.push(hasWords ? block : nodes.paragraph.create());
      if (hasWords) continue;
    }
    if (isNothing(block)) continue;
    if (beginsWithHtml(block) && !(isAlert && !last)) {
      blocks.push(...withoutHtml(block));
      continue;
    }
    blocks.push(block);
  }
  return blocks.length > 0 ? mergedRaw(blocks) : [nodes.paragraph.create()];
}

/** Neighbouring raw blocks as one, which is how they are read. */
function mergedRaw(blocks: Node[]): Node[] {
  const merged: Node[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    const isRaw = last && last.type === nodes.rawBlock && block.type === nodes.rawBlock;
    const source = `${last?.attrs.source}\n\n${block.attrs.source}`;
    if (isRaw) merged.splice(-1, 1, nodes.rawBlock.create({ source }));
    else merged.push(block);
  }
  return merged;
}

function isNothing(block: Node): boolean {
  if (block.type === nodes.paragraph) return block.childCount === 0;
  return block.type === nodes.rawBlock && String(block.attrs.source).trim() === "";
}

const known = new WeakSet<Node>();
const settledBlock = remembering((block: Node): Node => {
  const settled = known.has(block) ? block : settle(block);
  known.add(settled);
  return settled;
});

function settle(block: Node): Node {
  switch (block.type) {
    case nodes.paragraph:
      return withInline(block, false, false);
    case nodes.heading:
      return settledHeading(block);
    case nodes.blockquote:
      return block.type.create(block.attrs, settledBlocks(block));
    case nodes.bulletList:
    case nodes.orderedList:
    case nodes.taskList:
      return settledList(block);
    case nodes.table:
      return settledTable(block);
    case nodes.codeBlock:
      return settledCode(block);
    case nodes.liveBlock:
      return block.type.create({ ...block.attrs, meta: oneLine(block.attrs.meta) });
    case nodes.rawBlock:
      return block.type.create({ source: String(block.attrs.source).replace(/\r\n?/g, "\n") });
    default:
      return block;
  }
}

function withInline(block: Node, isOneLine: boolean, isInCell: boolean): Node {
  return block.type.create(
    block.attrs,
    settledInline(block.children, { isOneLine, isInCell }),
    block.marks,
  );
}

/** Only headings of the first two levels can have several lines, and none that begins with a tag. */
function settledHeading(heading: Node): Node {
  const several = withInline(heading, Number(heading.attrs.level) > 2, false);
  return startsRaw(several) ? withInline(several, true, false) : several;
}

function oneLine(words: unknown): string | null {
  if (typeof words !== "string") return null;
  const text = words.replace(/[\t\n\r]/g, " ").replace(/^ +| +$/g, "");
  return text === "" ? null : text;
}

function settledCode(block: Node): Node {
  const language = oneLine(block.attrs.language);
  const meta = language === null ? null : oneLine(block.attrs.meta);
  const text = block.textContent.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD");
  const kind = oneOf(LIVE_KINDS, language);
  if (kind && text === "") return nodes.liveBlock.create({ kind, meta });
  return block.type.create({ language, meta }, text === "" ? null : schema.text(text));
}

function settledList(list: Node): Node {
  const items = list.children.map((item) => {
    const blocks = settledBlocks(item);
    const isParted = blocks.some((block, index) => {
      const before = blocks[index - 1];
      return before !== undefined && mustPart(before, block);
    });
    const spread = blocks.length > 1 && (item.attrs.spread === true || isParted);
    return item.type.create({ ...item.attrs, spread }, blocks);
  });
  const spread = items.length > 1 && list.attrs.spread === true;
  const start = settledStart(list.attrs.start);
  return list.type.create(list.type === nodes.orderedList ? { spread, start } : { spread }, items);
}

function settledStart(start: unknown): number {
  return Number.isInteger(start) ? Math.min(Math.max(Number(start), 0), MAX_START) : 1;
}

const settledWords = remembering((words: Node) => withInline(words, true, true));

function settledTable(table: Node): Node {
  const width = Math.max(...table.children.map((row) => row.childCount));
  const head = table.firstChild;
  const rows = table.children.map((row, index) => {
    const type = index === 0 ? nodes.tableHeader : nodes.tableCell;
    const cells = Array.from({ length: width }, (_, column) => {
      const align = oneOf(ALIGNMENTS, head?.maybeChild(column)?.attrs.align);
      const words = row.maybeChild(column)?.firstChild;
      const paragraph = words ? settledWords(words) : nodes.paragraph.create();
      return type.create({ align }, paragraph);
    });
    return row.type.create(null, cells);
  });
  return table.type.create(null, rows);
}
