import type { Node } from "mdast";

type Span = { start: { offset: number }; end: { offset: number } };

/** Where on each line, by its first letter's place, the marks of the quotes and items around it end. */
export type Prefixes = Map<number, number[]>;

export function prefixesOf(text: string, marks: Span[]): Prefixes {
  const prefixes: Prefixes = new Map();
  const sorted = marks.toSorted((a, b) => a.start.offset - b.start.offset);
  for (const { start, end } of sorted) {
    const line = text.lastIndexOf("\n", start.offset - 1) + 1;
    const ends = prefixes.get(line);
    if (ends) ends.push(end.offset);
    else prefixes.set(line, [end.offset]);
  }
  return prefixes;
}

/** A text, and which of its letters only mark quotes and lists. */
export type Letters = { text: string; prefixes: Prefixes };

/**
 * The letters of neighbouring blocks that stand within `depth` quotes and items, without the marks of
 * those, and with the space before the first block on a line that it has for itself.
 */
export function sourceOfBlocks(letters: Letters, first: Node, last: Node, depth: number): string {
  const start = first.position?.start.offset ?? 0;
  const line = letters.text.lastIndexOf("\n", start - 1) + 1;
  const edge = depth === 0 ? line : (letters.prefixes.get(line)?.at(depth - 1) ?? start);
  const from = letters.text.slice(edge, start).trim() === "" ? edge : start;
  return lettersOf(letters, from, last.position?.end.offset ?? from, depth).replace(/\n\s*$/, "");
}

/** The letters of a piece of a line that stands within `depth` quotes and items. */
export function sourceOfPiece(letters: Letters, piece: Node, depth: number): string {
  const { start, end } = piece.position ?? {};
  return lettersOf(letters, start?.offset ?? 0, end?.offset ?? 0, depth);
}

function lettersOf(letters: Letters, from: number, to: number, depth: number): string {
  const slice = letters.text.slice(from, to);
  if (depth === 0 || !slice.includes("\n")) return slice;
  let place = from;
  return slice
    .split("\n")
    .map((line) => {
      const ends = letters.prefixes.get(place)?.slice(0, depth) ?? [];
      const marks = place === from ? 0 : (ends.at(-1) ?? place) - place;
      place += line.length + 1;
      return line.slice(marks);
    })
    .join("\n");
}
