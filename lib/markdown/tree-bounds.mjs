const MAX_DEPTH = 100;
const MAX_CELLS = 20_000;
const MAX_EXPANSION = 1_000_000;

/**
 * True for a tree whose HTML would outgrow its text: nested past reason, a table whose short rows are
 * all filled up to a wide head, or references that each repeat a long address.
 * @param {import("mdast").Root} root
 */
export function tooLarge(root) {
  const addresses = new Map();
  const references = [];
  let cells = 0;
  let level = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    for (const node of level) {
      if (node.type === "table") cells += (node.align?.length ?? 0) * node.children.length;
      if (node.type === "definition") {
        addresses.set(node.identifier, node.url.length + (node.title?.length ?? 0));
      }
      if (node.type === "linkReference" || node.type === "imageReference") {
        references.push(node.identifier);
      }
    }
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  }
  const expansion = references.reduce((sum, name) => sum + (addresses.get(name) ?? 0), 0);
  return cells > MAX_CELLS || expansion > MAX_EXPANSION;
}
