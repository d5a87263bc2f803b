import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { isTooMuchWork } from "./markdown-work";

type Range = { from: number; to: number };

/** A link that leads to a mailbox, with where its own words stand. */
export type MailLink = Range & { address: string; words: Range | undefined };

export type Prose = {
  /** The text with everything that is no prose blanked, character for character. */
  text: string;
  mailLinks: MailLink[];
};

const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
const HIDDEN = "\uFFFC";
const MAILBOX = /^mailto:/i;

const MOST_KNOWN = 8;
/** The texts that were read last, as a long one takes a while. */
const known = new Map<string, Prose>();

/**
 * What people read in a Markdown text: no code and no addresses of links and images. A text that would
 * take too long counts as read to the letter.
 */
export function proseOf(markdown: string): Prose {
  const prose = known.get(markdown) ?? readProse(markdown);
  known.delete(markdown);
  known.set(markdown, prose);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return prose;
}

function readProse(markdown: string): Prose {
  if (isTooMuchWork(markdown)) return { text: markdown, mailLinks: [] };
  const hidden: Range[] = [];
  const mailLinks: MailLink[] = [];
  for (const node of nodesOf(fromMarkdown(markdown, options))) {
    const range = rangeOf(node);
    if (!range) continue;
    if (node.type === "link" && MAILBOX.test(node.url)) {
      const words = wordsWithin(node);
      mailLinks.push({ ...range, address: node.url.replace(MAILBOX, ""), words });
    }
    const own = hiddenPart(node, range, markdown);
    if (own) hidden.push(own);
  }
  return { text: blanked(markdown, hidden), mailLinks };
}

function nodesOf(root: Nodes): Nodes[] {
  const found: Nodes[] = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node);
    if ("children" in node) open.push(...node.children);
  }
  return found;
}

function rangeOf({ position }: Nodes): Range | undefined {
  const [from, to] = [position?.start.offset, position?.end.offset];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The part of a node that is code or an address. Titles of links are read, and so stay. */
function hiddenPart(node: Nodes, range: Range, markdown: string): Range | undefined {
  if (node.type === "code" || node.type === "inlineCode") return range;
  if (node.type === "link") {
    const words = wordsWithin(node);
    if (!words) return MAILBOX.test(node.url) ? undefined : range;
    return addressAfter(words.to, range, markdown);
  }
  if (node.type === "image")
    return addressAfter(markdown.lastIndexOf("](", range.to), range, markdown);
  if (node.type === "definition")
    return addressAfter(markdown.indexOf("]:", range.from), range, markdown);
  return undefined;
}

/** Where a link's own words stand; nowhere for an address that is its own words. */
function wordsWithin(link: Extract<Nodes, { type: "link" }>): Range | undefined {
  const [first, last] = [link.children.at(0), link.children.at(-1)];
  const [start, end] = [first && rangeOf(first), last && rangeOf(last)];
  const whole = rangeOf(link);
  const isBracketed = whole && start && end && start.from > whole.from && end.to + 1 < whole.to;
  return isBracketed ? { from: start.from, to: end.to } : undefined;
}

const ADDRESS = /\](?:\(|:)\s*(?:<[^>\n]*>|\S*?(?=\s|\)?$))/y;

function addressAfter(at: number, { from, to }: Range, markdown: string): Range | undefined {
  if (at < from) return undefined;
  const tail = markdown.slice(0, to);
  ADDRESS.lastIndex = at;
  const length = ADDRESS.exec(tail)?.[0].length;
  return length === undefined ? undefined : { from: at, to: at + length };
}

function blanked(text: string, ranges: Range[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    if (to <= end) continue;
    const start = Math.max(from, end);
    parts.push(text.slice(end, start), HIDDEN.repeat(to - start));
    end = to;
  }
  return parts.join("") + text.slice(end);
}
