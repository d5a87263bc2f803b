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

type Letters = { text: string; prefixes: Prefixes };

/** The letters of a node that stands within `depth` quotes and items, without their marks. */
export function sourceOf(letters: Letters, first: Node, last: Node, depth: number): string {
  const from = first.position?.start.offset ?? 0;
  const to = last.position?.end.offset ?? from;
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
