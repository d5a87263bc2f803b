import type { MarkType, Node } from "@tiptap/pm/model";
import { marks, nodes, schema } from "./schema";

const EMPHASES = [marks.bold, marks.italic, marks.strike];

/** Where inline pieces stand: Markdown has no ends of lines in a cell or a heading below the second level. */
export type Place = { isOneLine: boolean; isInCell: boolean };

export function isSoftBreak(piece: Node): boolean {
  return piece.isText && marks.softBreak.isInSet(piece.marks) !== undefined;
}

export function isBreak(piece: Node | undefined): boolean {
  return piece !== undefined && (piece.type === nodes.hardBreak || isSoftBreak(piece));
}

function isCode(piece: Node): boolean {
  return marks.code.isInSet(piece.marks) !== undefined;
}

function isBlank(piece: Node): boolean {
  if (piece.type === nodes.hardBreak) return true;
  return piece.isText && !isCode(piece) && (piece.text ?? "").trim() === "";
}

/**
 * Inline pieces in the form that Markdown can hold: marks begin and end at something that can be seen,
 * lines have no space at their edges, and no line end stands where none can be.
 */
export function settledInline(pieces: readonly Node[], place: Place): Node[] {
  const plain = pieces.flatMap((piece) => plainPiece(piece, place)).flatMap(partedEdges);
  return trimmed(EMPHASES.reduce((rest, type) => withoutBlankEdges(rest, type), plain));
}

function plainPiece(piece: Node, place: Place): Node[] {
  if (piece.isText) return plainText(piece, place);
  const around = marks.code.removeFromSet(marks.softBreak.removeFromSet(piece.marks));
  if (piece.type === nodes.rawInline) return plainRaw(piece.mark(around));
  const isSpace = piece.type === nodes.hardBreak && place.isOneLine;
  return [isSpace ? schema.text(" ", around) : piece.mark(around)];
}

function plainRaw(piece: Node): Node[] {
  const source = String(piece.attrs.source);
  if (source.trim() === "") return [];
  const isLink = /^(?:\[(?!\^)|<[a-z][a-z\d+.-]*[:@])/i.test(source);
  return [isLink ? piece.mark(marks.link.removeFromSet(piece.marks)) : piece];
}

function plainText(piece: Node, { isOneLine, isInCell }: Place): Node[] {
  const text = (piece.text ?? "").replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD");
  const around = marks.softBreak.removeFromSet(piece.marks);
  if (isCode(piece)) {
    const holdsPipe = isInCell && text.includes("\\|");
    const kept = holdsPipe ? marks.code.removeFromSet(around) : around;
    return [schema.text(text.replaceAll("\n", " "), kept)];
  }
  if (isOneLine) return [schema.text(text.replaceAll("\n", " "), around)];
  const lines = isSoftBreak(piece) && text.startsWith(" ") ? `\n${text.slice(1)}` : text;
  return lines.split("\n").flatMap((line, index) => {
    const words = line === "" ? [] : [schema.text(line, around)];
    if (index === 0) return words;
    return [schema.text(" ", marks.softBreak.create().addToSet(around)), ...words];
  });
}

/** A text as its words and the space before and after them. */
function partedEdges(piece: Node): Node[] {
  if (!piece.isText || isCode(piece) || piece.marks.length === 0) return [piece];
  const [, before = "", words = "", after = ""] =
    /^(\s*)([^]*?)(\s*)$/.exec(piece.text ?? "") ?? [];
  return [before, words, after]
    .filter((part) => part !== "")
    .map((part) => schema.text(part, piece.marks));
}

/** Takes a mark off the blank pieces at both ends of each run that it covers. */
function withoutBlankEdges(pieces: Node[], type: MarkType): Node[] {
  const has = (piece: Node | undefined) => piece && type.isInSet(piece.marks);
  const strip = (piece: Node) => piece.mark(type.removeFromSet(piece.marks));
  const forward: Node[] = [];
  for (const piece of pieces) {
    const begins = has(piece) && !has(forward.at(-1));
    forward.push(begins && isBlank(piece) ? strip(piece) : piece);
  }
  const backward: Node[] = [];
  for (const piece of forward.toReversed()) {
    const ends = has(piece) && !has(backward.at(-1));
    backward.push(ends && isBlank(piece) ? strip(piece) : piece);
  }
  return backward.toReversed();
}

/** Pieces without space at the edges of lines, and without breaks that end no line. */
function trimmed(pieces: Node[]): Node[] {
  const kept: Node[] = [];
  for (const piece of pieces) {
    if (isSoftBreak(piece)) {
      if (isBreak(kept.at(-1)) || (kept.length === 0 && !isLinked(piece))) continue;
      trimEnd(kept);
      if (kept.length > 0 && !isBreak(kept.at(-1))) kept.push(piece);
    } else if (piece.type === nodes.hardBreak) {
      trimEnd(kept);
      kept.push(piece);
    } else {
      const atStart = kept.length === 0 || isBreak(kept.at(-1));
      const part = atStart && mayTrim(piece) ? cut(piece, /^[ \t]+/) : piece;
      if (part) kept.push(part);
    }
  }
  for (;;) {
    trimEnd(kept);
    if (!isBreak(kept.at(-1))) return kept;
    kept.pop();
  }
}

function trimEnd(kept: Node[]): void {
  for (let last = kept.pop(); last; last = kept.pop()) {
    const part = mayTrim(last) ? cut(last, /[ \t]+$/) : last;
    if (part) {
      kept.push(part);
      return;
    }
  }
}

function isLinked(piece: Node): boolean {
  return marks.link.isInSet(piece.marks) !== undefined;
}

function mayTrim(piece: Node): boolean {
  return piece.isText && !isCode(piece) && !isSoftBreak(piece) && !isLinked(piece);
}

function cut(piece: Node, edge: RegExp): Node | undefined {
  const text = (piece.text ?? "").replace(edge, "");
  return text === "" ? undefined : schema.text(text, piece.marks);
}
