import type { Root, RootContent } from "mdast";
import type { Extension, Token } from "mdast-util-from-markdown";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { spreadByLines } from "./spread";
import { prefixesOf, type Letters } from "./source";

/** A text as it was read. */
export type Reading = Letters & {
  root: Root;
  /** Blocks that the editor has to leave as they are. */
  unknown: Set<RootContent>;
};

/** Reads Markdown. Line ends are always `\n`; an address is a link where GFM says so, and not by its looks. */
export function readingOf(markdown: string): Reading {
  const text = markdown.replace(/\r\n?/g, "\n");
  const marks: Token[] = [];
  const note = (token: Token) => void marks.push(token);
  const root = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [
      ...gfmFromMarkdown().map(withoutTransforms),
      { enter: { blockQuotePrefix: note, listItemIndent: note } },
    ],
  });
  spreadByLines(root);
  return { root, text, prefixes: prefixesOf(text, marks), unknown: new Set() };
}

const MOST_LINES = 1000;
const interrupting = new Map<string, boolean>();

/** True for Markdown whose first line ends a paragraph before it even without a blank line. */
export function interruptsText(source: string): boolean {
  const [line = ""] = source.split("\n");
  const known = interrupting.get(line);
  if (known !== undefined) return known;
  const interrupts = readingOf(`text\n${line}`).root.children.length > 1;
  if (interrupting.size >= MOST_LINES) interrupting.clear();
  interrupting.set(line, interrupts);
  return interrupts;
}

/** True for Markdown that text on the next line does not become a part of. */
export function endsBeforeText(source: string): boolean {
  const last = readingOf(`${source}\ntext`).root.children.at(-1);
  return last?.type === "paragraph" && last.position?.start.line === last.position?.end.line;
}

function withoutTransforms({ transforms: _, ...extension }: Extension): Extension {
  return extension;
}
