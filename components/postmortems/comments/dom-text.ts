import type { Range as TextRange } from "@/lib/domain/anchor";

type Piece = { node: Text; offset: number };

/** The words of a part of the page with a line for each block, and ways between them and the page. */
export function domText(root: Element) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  let text = "";
  let block: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const own = node.parentElement?.closest(BLOCKS) ?? root;
    if (own !== block) text += "\n";
    block = own;
    pieces.push({ node, offset: text.length });
    text += node.data;
  }
  return {
    text,
    /** The part of the page that shows these words. */
    rangeOf({ from, to }: TextRange): Range {
      const range = document.createRange();
      const [start, end] = [pieceAt(pieces, from), pieceAt(pieces, to - 1)];
      if (start) range.setStart(start.node, from - start.offset);
      if (end) range.setEnd(end.node, to - end.offset);
      return range;
    },
    /** Which words a part of the page shows; `undefined` for what is elsewhere. */
    wordsIn(range: Range): TextRange | undefined {
      const inside = pieces.filter(({ node }) => range.intersectsNode(node));
      const [first, last] = [inside.at(0), inside.at(-1)];
      if (!first || !last) return undefined;
      const start = first.node === range.startContainer ? range.startOffset : 0;
      const end = last.node === range.endContainer ? range.endOffset : last.node.length;
      return { from: first.offset + start, to: last.offset + end };
    },
  };
}

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, pre, blockquote, dd, dt, figcaption, div";

const pieceAt = (pieces: Piece[], offset: number) =>
  pieces.findLast((piece) => piece.offset <= offset);
