import type { Nodes, Root } from "mdast";

/**
 * Marks lists and items as spread by the blank lines that stand between what they hold. The parser's own
 * marks are wrong for lists within quotes.
 */
export function spreadByLines(root: Root): void {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "list" || node.type === "listItem") node.spread = isParted(node.children);
    if ("children" in node) open.push(...node.children);
  }
}

function isParted(children: Nodes[]): boolean {
  return children.some((child, index) => {
    const before = children[index - 1];
    return before !== undefined && firstLine(child) - lastLine(before) > 1;
  });
}

function firstLine(node: Nodes): number {
  return node.position?.start.line ?? 0;
}

/** The last line that a block has a letter on: containers may end later than what they hold. */
function lastLine(block: Nodes): number {
  let node = block;
  for (;;) {
    switch (node.type) {
      case "list":
      case "listItem":
      case "blockquote":
      case "footnoteDefinition": {
        const last: Nodes | undefined = node.children.at(-1);
        if (!last) return firstLine(node);
        node = last;
        break;
      }
      default:
        return node.position?.end.line ?? 0;
    }
  }
}
