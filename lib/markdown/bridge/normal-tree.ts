import type { PhrasingContent, RootContent, Table } from "mdast";
import { alertOf } from "./alert";
import { normalLine } from "./normal-line";

/** A block's place in a text, and what it says. */
export type NormalBlock = { block: RootContent; says: unknown };

/** Blocks without what readers cannot see, so that two texts that say the same are equal. */
export function normalBlocks(blocks: RootContent[], text: string): NormalBlock[] {
  return blocks
    .map((block) => ({ block, says: normalBlock(block, text) }))
    .filter(({ says }) => says !== undefined);
}

function normalBlock(block: RootContent, text: string): unknown {
  const within = (children: RootContent[]) => normalBlocks(children, text).map(({ says }) => says);
  switch (block.type) {
    case "paragraph":
      return paragraphOf(normalLine(block.children));
    case "heading":
      return ["heading", block.depth, normalLine(block.children, block.depth > 2)];
    case "blockquote": {
      const { alert, children } = alertOf(block, text);
      return ["quote", alert, within(children)];
    }
    case "list": {
      const items = within(block.children);
      return ["list", block.ordered, block.start, items.length > 1 && block.spread, items];
    }
    case "listItem": {
      const blocks = within(block.children);
      return ["item", block.checked, blocks.length > 1 && block.spread, blocks];
    }
    case "table":
      return ["table", block.align, rowsOf(block)];
    case "code":
      return ["code", block.lang, block.meta, block.value];
    case "footnoteDefinition":
      return ["footnote", block.identifier, within(block.children)];
    case "definition":
      return ["definition", block.identifier, block.url, block.title || null];
    case "html":
      return ["html", block.value.trimEnd()];
    default:
      return [block.type];
  }
}

function paragraphOf(line: unknown[]): unknown {
  return line.length === 0 ? undefined : ["paragraph", line];
}

/** The cells of a table, with those that short rows leave out. */
function rowsOf(table: Table): unknown[] {
  const width = table.children[0]?.children.length ?? 0;
  return table.children.map(({ children }) => {
    const missing = Array.from<PhrasingContent[]>({ length: Math.max(0, width - children.length) });
    const cells = [...children.map((cell) => cell.children), ...missing.fill([])];
    return cells.map((cell) => normalLine(cell, true));
  });
}
