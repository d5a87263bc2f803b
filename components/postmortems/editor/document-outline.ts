import type { Node } from "@tiptap/pm/model";

export type Heading = { depth: number; text: string; offset: number };

const DEEPEST = 3;
const MOST = 200;

/** The headings of the first three depths; `offset` is where each stands. */
export function outlineOfDocument(doc: Node): Heading[] {
  const headings: Heading[] = [];
  doc.forEach((node, offset) => {
    const depth = Number(node.attrs.level);
    const text = node.textContent.trim();
    if (node.type.name !== "heading" || depth > DEEPEST || text === "") return;
    if (headings.length < MOST) headings.push({ depth, text, offset });
  });
  return headings;
}
