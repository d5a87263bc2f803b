import type { Root } from "mdast";
import type { Extension, Token } from "mdast-util-from-markdown";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { prefixesOf, type Prefixes } from "./source";

/** A text as it was read: its tree, its own letters, and which of them only mark quotes and lists. */
export type Reading = { root: Root; text: string; prefixes: Prefixes };

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
  return { root, text, prefixes: prefixesOf(text, marks) };
}

function withoutTransforms({ transforms: _, ...extension }: Extension): Extension {
  return extension;
}
