import type { Node } from "@tiptap/pm/model";

/** What an open document says, as far as its sections and their TODOs go, and quick to make. */
export function documentText(doc: Node): string {
  return doc.children.map(blockText).join("\n\n");
}

/** Lines that look like a heading and are none stand back. */
function blockText(block: Node): string {
  const words = block.isLeaf ? "•" : block.textBetween(0, block.content.size, "\n", "•");
  return block.type.name === "heading"
    ? `${"#".repeat(Number(block.attrs.level))} ${words}`
    : words.replace(/^(?=.)/gm, "    ");
}
