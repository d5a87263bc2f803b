import { documentOf } from "./bridge/from-markdown";
import { lossOf } from "./bridge/loss";
import { markdownOf } from "./bridge/to-markdown";

const MOST_KEPT = 50;
/** What texts were made of lately, as the same ones are asked for again and again. */
const kept = new Map<string, string>();

/**
 * A text to the letter as the editor writes it, so that writing in one part of it there changes no letter
 * of the others; as it is, where the editor would lose something.
 */
export function canonical(markdown: string): string {
  const known = kept.get(markdown);
  if (known !== undefined) return known;
  const written = lossOf(markdown) === undefined ? markdownOf(documentOf(markdown)) : markdown;
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(markdown, written);
  return written;
}
