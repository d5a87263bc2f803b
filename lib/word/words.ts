import { HAPPENING_NAMES } from "@/lib/domain/happenings";
import type { Word } from "@/lib/domain/word";

/** What one message says: the beginning of what is told, and how much more there is. */
export type Telling = {
  words: Word[];
  more: number;
  /** The portal's address. */
  baseUrl: string;
};

/** So many are said in one message; of the rest only how many there are. */
const MOST_SAID = 10;

export const tellingOf = (words: Word[], baseUrl: string): Telling => ({
  words: words.slice(0, MOST_SAID),
  more: Math.max(words.length - MOST_SAID, 0),
  baseUrl,
});

/** A happening in one line: `INC-2026-0001 Checkout is slow`. */
export const headline = ({ key, title }: Word): string => [key, title].filter(Boolean).join(" ");

/** What is known of it beside the headline: `SEV2 · investigating · Payments`. */
export const standing = ({ severity, status, services, isDrill }: Word): string =>
  [isDrill && "Drill", severity, status, services.join(", ")].filter(Boolean).join(" · ");

/** Where it is read on: at an address of the portal, or another that it names whole. */
export const linkOf = ({ path }: Word, { baseUrl }: Telling): string =>
  path.startsWith("/") ? `${baseUrl}${path}` : path;

/** What a message is about, in one line. */
export function subjectOf({ words, more }: Telling): string {
  const [first] = words;
  const count = words.length + more;
  if (!first || count > 1) return `${count} messages from Muster`;
  const { severity, isDrill, happening } = first;
  const marks = [isDrill && "[Drill]", severity && `[${severity}]`].filter(Boolean).join("");
  return [marks, `${HAPPENING_NAMES[happening]}:`, headline(first)].filter(Boolean).join(" ");
}

export const moreWords = (more: number): string | undefined =>
  more > 0 ? `And ${more} more.` : undefined;

/** As much of a text as a message has room for. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
