import { actionAddress } from "./chip";

export const SEARCH_KINDS = ["incident", "event", "communication", "postmortem", "action"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** As many of the newest matches of a kind are ranked and counted; the rest is "1,000+". */
export const MOST_MATCHES = 1000;

const LONGEST = 300;
const MOST_WORDS = 16;

/** The same question to the full-text index twice: with every word whole, and with the last one begun. */
export type Match = { whole: string; begun: string };

/**
 * What people typed as a question that the full-text index understands: each word must be there, words
 * between quotes side by side, and the last may go on. Nothing in it is syntax. `undefined` if there is
 * no word in it.
 */
export function matchOf(text: string): Match | undefined {
  const words = [
    ...text
      .slice(0, LONGEST)
      .replace(/\p{C}/gu, " ")
      .matchAll(/"([^"]*)("?)|[^\s"]+/gu),
  ]
    .map(([piece, phrase, close]) => ({ text: phrase ?? piece, isClosed: close === '"' }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .slice(0, MOST_WORDS);
  const last = words.at(-1);
  if (!last) return undefined;
  const whole = words.map(({ text }) => `"${text}"`).join(" ");
  return { whole, begun: !last.isClosed && isBeginning(last.text) ? `${whole} *` : whole };
}

/** One letter or digit begins too many words, unless a letter is a word, as in Chinese. */
function isBeginning(text: string): boolean {
  const end = /[\p{L}\p{N}\p{M}]+(?=[^\p{L}\p{N}]*$)/u.exec(text)?.[0] ?? "";
  return end.length > 1 || /[^\0-\x7f]/.test(end);
}

export type Segment = { text: string; isMatch: boolean };

/** What stands before and behind a match in an excerpt: characters that no text of ours holds. */
export const MARKS = ["\u0002", "\u0003"] as const;

/** An excerpt with marks in its text, as its parts. */
export function segmentsOf(marked: string): Segment[] {
  return marked
    .split(/\u0002([^\u0002\u0003]*)\u0003/)
    .map((text, index) => ({ text: text.replace(/[\u0002\u0003]/g, ""), isMatch: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

export type Asked = { text: string; kind?: SearchKind; page: number };

type Params = Record<string, string | string[] | undefined>;

const LAST_PAGE = 1000;

/** What an address asks the search for. What makes no sense there counts as not asked for. */
export function parseSearch(params: Params): Asked {
  const read = (name: string) => [params[name]].flat()[0]?.trim() ?? "";
  const page = Number(read("page"));
  return {
    text: read("q").slice(0, LONGEST),
    kind: SEARCH_KINDS.find((kind) => kind === read("kind")),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The search page's address. */
export function searchPath({ text, kind, page }: Asked): string {
  const query = new URLSearchParams({ q: text });
  if (kind) query.set("kind", kind);
  if (page > 1) query.set("page", String(page));
  return `/search?${query}`;
}

/** Where a found thing stands: its incident's page, or its place there. `ref` is its number there. */
export function placeOf(kind: SearchKind, key: string, ref: number): string {
  const incident = `/incidents/${encodeURIComponent(key)}`;
  if (kind === "event") return `${incident}?event=${ref}#e-${ref}`;
  if (kind === "communication") return `${incident}#c-${ref}`;
  if (kind === "postmortem") return `${incident}/postmortem`;
  if (kind === "action") return actionAddress(ref);
  return incident;
}
