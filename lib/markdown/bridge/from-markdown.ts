import type { Node as DocumentNode } from "@tiptap/pm/model";
import type { Code, List, ListItem, RootContent, Table } from "mdast";
import { beyondBounds } from "../bounds";
import { tooLarge } from "../tree-bounds.mjs";
import { alertOf } from "./alert";
import { inlineOf } from "./inline-from-markdown";
import { LIVE_KINDS, oneOf } from "./names";
import { nodes, schema } from "./schema";
import { settled } from "./settled";
import { sourceOf } from "./source";
import { readingOf, type Reading } from "./tree";

/**
 * The document of a Markdown text. What the editor does not know stands in it as raw blocks and raw
 * pieces with its own letters; a text that would take too long to read is one raw block.
 */
export function documentOf(markdown: string): DocumentNode {
  if (beyondBounds(markdown)) return rawDocument(markdown);
  const reading = readingOf(markdown);
  if (tooLarge(reading.root)) return rawDocument(reading.text);
  return settled(nodes.doc.create(null, blocksOf(reading, reading.root.children, 0)));
}

function rawDocument(markdown: string): DocumentNode {
  return nodes.doc.create(null, nodes.rawBlock.create({ source: markdown }));
}

/** The blocks of a text; neighbours that the editor does not know stay together as they are written. */
function blocksOf(reading: Reading, children: RootContent[], depth: number): DocumentNode[] {
  const blocks: DocumentNode[] = [];
  let unknown: RootContent[] = [];
  const flush = () => {
    const [first] = unknown;
    const last = unknown.at(-1);
    if (!first || !last) return;
    blocks.push(nodes.rawBlock.create({ source: sourceOf(reading, first, last, depth) }));
    unknown = [];
  };
  for (const child of children) {
    const block = blockOf(reading, child, depth);
    if (block) {
      flush();
      blocks.push(block);
    } else unknown.push(child);
  }
  flush();
  return blocks.length > 0 ? blocks : [nodes.paragraph.create()];
}

/** The editor's node for a block, or `undefined` when the editor has none. */
function blockOf(reading: Reading, block: RootContent, depth: number): DocumentNode | undefined {
  switch (block.type) {
    case "paragraph":
      return nodes.paragraph.create(null, inlineOf(reading, block.children, depth));
    case "heading":
      return nodes.heading.create({ level: block.depth }, inlineOf(reading, block.children, depth));
    case "blockquote": {
      const { alert, children } = alertOf(block, reading.text);
      return nodes.blockquote.create({ alert }, blocksOf(reading, children, depth + 1));
    }
    case "list":
      return listOf(reading, block, depth);
    case "table":
      return tableOf(reading, block, depth);
    case "code":
      return codeOf(block);
    case "thematicBreak":
      return nodes.horizontalRule.create();
    default:
      return undefined;
  }
}

function codeOf({ lang = null, meta = null, value }: Code): DocumentNode {
  const kind = oneOf(LIVE_KINDS, lang);
  if (kind && value === "") return nodes.liveBlock.create({ kind, meta });
  return nodes.codeBlock.create({ language: lang, meta }, value ? schema.text(value) : null);
}

/** A list of one kind: plain items, or tasks in no order. */
function listOf(reading: Reading, list: List, depth: number): DocumentNode | undefined {
  const tasks = list.children.filter((item) => typeof item.checked === "boolean").length;
  const spread = list.spread ?? false;
  const items = (type: typeof nodes.listItem) =>
    list.children.map((item) => itemOf(reading, type, item, depth));
  if (tasks === 0 && list.ordered) {
    return nodes.orderedList.create({ start: list.start ?? 1, spread }, items(nodes.listItem));
  }
  if (tasks === 0) return nodes.bulletList.create({ spread }, items(nodes.listItem));
  if (tasks < list.children.length || list.ordered) return undefined;
  return nodes.taskList.create({ spread }, items(nodes.taskItem));
}

function itemOf(
  reading: Reading,
  type: typeof nodes.listItem,
  { checked, spread, children }: ListItem,
  depth: number,
): DocumentNode {
  const attributes = type === nodes.taskItem ? { checked, spread } : { spread };
  return type.create(attributes, blocksOf(reading, children, depth + 1));
}

/** A table whose rows are no longer than its head. Shorter ones are filled up, as readers see them. */
function tableOf(reading: Reading, table: Table, depth: number): DocumentNode | undefined {
  const width = table.children[0]?.children.length ?? 0;
  if (width === 0 || table.children.some((row) => row.children.length > width)) return undefined;
  const rows = table.children.map((row, index) => {
    const type = index === 0 ? nodes.tableHeader : nodes.tableCell;
    const cells = Array.from({ length: width }, (_, column) => {
      const words = inlineOf(reading, row.children[column]?.children ?? [], depth, true);
      const align = table.align?.[column] ?? null;
      return type.create({ align }, nodes.paragraph.create(null, words));
    });
    return nodes.tableRow.create(null, cells);
  });
  return nodes.table.create(null, rows);
}
