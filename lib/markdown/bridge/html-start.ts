import type { Node } from "@tiptap/pm/model";
import { inlineMarkdown } from "./inline-to-markdown";
import { remembering } from "./remembering";
import { nodes } from "./schema";
import { isBreak } from "./settled-inline";
import { readingOf } from "./tree";

/** True for a block of text that begins with raw HTML. */
export function startsRaw(block: Node): boolean {
  const first = block.firstChild;
  return first?.type === nodes.rawInline && String(first.attrs.source).startsWith("<");
}

/** True for a paragraph that is read as a block of HTML because of the tag that it begins with. */
export function beginsWithHtml(block: Node): boolean {
  return block.type === nodes.paragraph && startsRaw(block) && htmlLines(block) > 0;
}

const htmlLines = remembering((paragraph: Node): number => {
  const [first] = readingOf(inlineMarkdown(paragraph.children)).root.children;
  return first?.type === "html" ? (first.position?.end.line ?? 0) : 0;
});

/** The raw block that the lines of HTML are read as, and the paragraph that follows it. */
export const withoutHtml = remembering((paragraph: Node): Node[] => {
  const lines = htmlLines(paragraph);
  let line = 1;
  const place = paragraph.children.findIndex((piece) => {
    if (isBreak(piece)) line += 1;
    if (piece.type === nodes.rawInline) line += String(piece.attrs.source).split("\n").length - 1;
    return line > lines;
  });
  const written = inlineMarkdown(paragraph.children).split("\n");
  const raw = nodes.rawBlock.create({ source: written.slice(0, lines).join("\n") });
  if (place === -1) return [raw];
  const rest = nodes.paragraph.create(null, paragraph.children.slice(place + 1));
  return [raw, ...(beginsWithHtml(rest) ? withoutHtml(rest) : [rest])];
});
