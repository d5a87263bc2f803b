import type { Node as DocumentNode } from "@tiptap/pm/model";
import type { Code, List, ListItem, Paragraph, RootContent, Table } from "mdast";
import { alertOf } from "./alert";
import { inlineOf } from "./inline-from-markdown";
import { LIVE_KINDS, oneOf } from "./names";
import { nodes, schema } from "./schema";
import { sourceOfBlocks } from "./source";
import type { Reading } from "./tree";

/** The blocks of a text; neighbours that the editor does not know stay together as they are written. */
export function blocksOf(reading: Reading, children: RootContent[], depth: number): DocumentNode[] {
  const blocks: DocumentNode[] = [];
  let unknown: RootContent[] = [];
  const flush = () => {
    const [first] = unknown;
    const last = unknown.at(-1);
    if (!first || !last) return;
    blocks.push(nodes.rawBlock.create({ source: sourceOfBlocks(reading, first, last, depth) }));
    unknown = [];
  };
  for (const child of children) {
    const block = reading.unknown.has(child) ? undefined : blockOf(reading, child, depth);
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
      return isBlank(block) ? undefined : paragraphOf(reading, block, depth);
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

function paragraphOf(reading: Reading, { children }: Paragraph, depth: number): DocumentNode {
  return nodes.paragraph.create(null, inlineOf(reading, children, depth));
}

/** True for a paragraph of spaces, which only references such as `&#x20;` can make. */
function isBlank({ children }: Paragraph): boolean {
  return children.every((child) => child.type === "text" && /^[ \t\n]*$/.test(child.value));
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
  const blocks = blocksOf(reading, children, depth + 1);
  if (type !== nodes.taskItem) return type.create({ spread }, blocks);
  const [words, ...others] = children;
  const isEmpty = words?.type === "paragraph" && isBlank(words);
  const rest = isEmpty && others.length > 0 ? blocksOf(reading, others, depth + 1) : [];
  const empty = [nodes.paragraph.create(), ...rest];
  return type.create({ checked, spread }, isEmpty ? empty : blocks);
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
