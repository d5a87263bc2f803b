import type { Node } from "@tiptap/pm/model";

type Piece = { offset: number; position: number };

/** A document's words with a line for each block, and where each of their characters stands in it. */
export function plainText(doc: Node): { text: string; positionAt: (offset: number) => number } {
  const pieces: Piece[] = [];
  let text = "";
  doc.descendants((node, position) => {
    if (node.isTextblock) text += "\n";
    if (!node.isInline) return true;
    pieces.push({ offset: text.length, position });
    text += node.isText ? (node.text ?? "") : " ";
    return false;
  });
  return { text, positionAt: (offset) => positionIn(pieces, offset) };
}

function positionIn(pieces: Piece[], offset: number): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece ? piece.position + offset - piece.offset : 0;
}
