import type { Node } from "@tiptap/pm/model";

const WORDS_A_MINUTE = 230; // how fast adults read prose silently: Brysbaert 2019, 238 on average
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu;

export function countWords(doc: Node): number {
  return doc.textBetween(0, doc.content.size, " ", " ").match(WORD)?.length ?? 0;
}

/** `1,240 words, 6 min to read`. */
export function lengthText(words: number): string {
  const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE));
  const counted = `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}`;
  return words === 0 ? "No words yet" : `${counted}, ${minutes} min to read`;
}
