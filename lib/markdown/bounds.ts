import { fitsPostmortem } from "@/lib/domain/postmortem";

const MAX_MARKERS = 20;
const MAX_INDENT = 60;
const MAX_BACKTICKS = 10;

const MARKER = />|[*+-]|\d{1,9}[.)]/g;
const PREFIX = /^(?:[ \t>]|(?:[*+-]|\d{1,9}[.)])(?=[ \t]|$))*/;

/**
 * Why a text would take a parser too long, in words for its reader; `undefined` when it may be parsed.
 * Parsers of Markdown need time that grows with the square of nesting and of unmatched backticks.
 */
export function beyondBounds(markdown: string): string | undefined {
  if (!fitsPostmortem(markdown)) return "it is longer than 256 KB";
  if (new RegExp(`\`{${MAX_BACKTICKS + 1}}`).test(markdown)) {
    return `it has more than ${MAX_BACKTICKS} backticks in a row`;
  }
  for (const [index, line] of markdown.split(/\r\n?|\n/).entries()) {
    const prefix = PREFIX.exec(line)?.[0] ?? "";
    const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
    const markers = (prefix.match(MARKER) ?? []).length;
    if (indent > MAX_INDENT) {
      return `line ${index + 1} begins with more than ${MAX_INDENT} spaces`;
    }
    if (markers > MAX_MARKERS) {
      return `line ${index + 1} nests more than ${MAX_MARKERS} quotes or lists`;
    }
  }
  return undefined;
}
