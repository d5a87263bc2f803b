import type { PhrasingContent, RootContent, Table } from "mdast";
import { alertOf } from "./alert";
import { normalLine } from "./normal-line";
import type { Reading } from "./tree";

/** One block of a text without what readers cannot see, so that two texts that say the same are equal. */
export function normalBlock(block: RootContent, text: Reading["text"]): unknown {
  const within = (children: RootContent[]) => children.map((child) => normalBlock(child, text));
  switch (block.type) {
    case "paragraph":
      return ["paragraph", normalLine(block.children)];
    case "heading":
      return ["heading", block.depth, normalLine(block.children, block.depth > 2)];
    case "blockquote": {
      const { alert, children } = alertOf(block, text);
      return ["quote", alert, within(children)];
    }
    case "list": {
      const { ordered, start, children } = block;
      return ["list", ordered, start, spreadOf(block), within(children)];
    }
    case "listItem":
      return ["item", block.checked, spreadOf(block), within(block.children)];
    case "table":
      return ["table", block.align, rowsOf(block)];
    case "code":
      return ["code", block.lang, block.meta, block.value];
    case "footnoteDefinition":
      return ["footnote", block.identifier, within(block.children)];
    case "definition":
      return ["definition", block.identifier, block.url, block.title || null];
    case "html":
      return ["html", block.value];
    default:
      return [block.type];
  }
}

function spreadOf({ spread, children }: { spread?: boolean | null; children: unknown[] }): boolean {
  return children.length > 1 && spread === true;
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
