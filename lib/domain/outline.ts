/** A heading of a Markdown text; `offset` is where its line begins. */
export type OutlineEntry = { depth: number; text: string; offset: number };

const MOST = 200;

/** The headings of the first three depths, without those that stand in code; at most 200, unless told. */
export function outlineOf(markdown: string, most = MOST): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let fence: string | undefined;
  let offset = 0;
  for (const line of markdown.split("\n")) {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
    const heading = /^ {0,3}(#{1,3})[ \t]+(\S.*)$/.exec(line);
    if (fence) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    } else if (mark) {
      fence = mark;
    } else if (heading && entries.length < most) {
      const [, signs = "", text = ""] = heading;
      entries.push({ depth: signs.length, text: text.trim(), offset });
    }
    offset += line.length + 1;
  }
  return entries;
}
