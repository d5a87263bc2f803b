import { documentOf } from "./bridge/from-markdown";
import { lossOf } from "./bridge/loss";
import { markdownOf } from "./bridge/to-markdown";

/**
 * A text to the letter as the editor writes it, so that writing in one part of it there changes no letter
 * of the others; as it is, where the editor would lose something.
 */
export const canonical = (markdown: string): string =>
  lossOf(markdown) === undefined ? markdownOf(documentOf(markdown)) : markdown;
