import { openingOf } from "./from-markdown";

/** Why the editor cannot open a text and write it again without loss; `undefined` when it can. */
export function lossOf(markdown: string): string | undefined {
  return openingOf(markdown).loss;
}
