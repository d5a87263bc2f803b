import { openingOf } from "./bridge/from-markdown";
import { markdownOf } from "./bridge/to-markdown";

/**
 * A text to the letter as the editor writes it, so that writing in one part of it there changes no letter
 * of the others; as it is, where the editor would lose something.
 */
export function canonical(markdown: string): string {
  const { doc, loss } = openingOf(markdown);
  return loss === undefined ? markdownOf(doc) : markdown;
}
