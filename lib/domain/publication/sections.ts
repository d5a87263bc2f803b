import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import type { Nodes, Root, RootContent } from "mdast";
import { gfm } from "micromark-extension-gfm";
import { isTooMuchWork } from "../markdown-work";

/** A part of a text under one heading of the first or second level, or what stands before them all. */
export type Section = { title: string; nodes: RootContent[] };

/** What a publisher chooses from: `index` is its place in the text. */
export type SectionChoice = {
  index: number;
  title: string;
  /** True where it is usually for members alone. */
  isInternal: boolean;
  hasTodo: boolean;
};

const BEGINNING = "Before the first heading";
const SECTION_DEPTH = 2;
const INTERNAL =
  /^(?:timeline|contributing factors?|causes|five whys|action items?|actions|open questions?|sources|people|participants|internal\b.*|notes?)$/i;
const TODO = /\bTODO\b/i;

/** A text as Markdown; all of it as code where that would take too long. */
export function treeOf(markdown: string): Root {
  if (isTooMuchWork(markdown))
    return { type: "root", children: [{ type: "code", value: markdown }] };
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

const BLOCKS = new Set(["root", "blockquote", "list", "listItem", "table", "tableRow"]);

/** The words of a node as a reader sees them. */
export function wordsOf(node: Nodes): string {
  if (node.type === "break") return " ";
  if (node.type === "html" || node.type === "footnoteDefinition") return "";
  if ("value" in node) return node.value;
  if (!("children" in node)) return "";
  return node.children.map(wordsOf).join(BLOCKS.has(node.type) ? " " : "");
}

/** The text cut at its headings. */
export function sectionsOf({ children }: Root): Section[] {
  const sections: Section[] = [];
  let open: Section = { title: BEGINNING, nodes: [] };
  for (const node of children) {
    if (node.type === "heading" && node.depth <= SECTION_DEPTH) {
      sections.push(open);
      open = { title: wordsOf(node).trim() || "Without a title", nodes: [] };
    }
    open.nodes.push(node);
  }
  return [...sections, open].filter(({ nodes }) => nodes.length > 0);
}

export const hasTodo = (nodes: Nodes[]) => nodes.some((node) => TODO.test(wordsOf(node)));

/** The sections of a Markdown text, none of them chosen. */
export function choicesIn(markdown: string): SectionChoice[] {
  return sectionsOf(treeOf(markdown)).map(({ title, nodes }, index) => ({
    index,
    title,
    isInternal: INTERNAL.test(title),
    hasTodo: hasTodo(nodes),
  }));
}
