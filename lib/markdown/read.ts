import { createHash } from "node:crypto";
import type { Root } from "hast";
import { beyondBounds } from "./bounds";
import { parseMarkdown } from "./parser";

const KEPT = 50;

declare global {
  var musterMarkdownTrees: Map<string, Root> | undefined;
}

/** A text ready to be shown: its sanitised tree, or the text itself and why it has none. */
export type MarkdownReading = { tree: Root } | { text: string; reason: string };

/**
 * Reads a person's Markdown into a tree that is safe to show: no HTML of theirs, no script, no image
 * from elsewhere. A text that would take too long stays as it is written.
 */
export async function readMarkdown(markdown: string): Promise<MarkdownReading> {
  const reason = beyondBounds(markdown);
  if (reason) return { text: markdown, reason };
  const tree = await treeOf(markdown);
  return tree ? { tree } : { text: markdown, reason: "it takes too long to lay out" };
}

/** The text's tree: from memory when the same text was read lately. */
async function treeOf(markdown: string): Promise<Root | undefined> {
  const trees = (globalThis.musterMarkdownTrees ??= new Map());
  const name = createHash("sha256").update(markdown).digest("base64");
  const tree = trees.get(name) ?? (await parseMarkdown(markdown));
  if (!tree) return undefined;
  trees.delete(name);
  trees.set(name, tree);
  const oldest = trees.keys().next().value;
  if (trees.size > KEPT && oldest !== undefined) trees.delete(oldest);
  return tree;
}
