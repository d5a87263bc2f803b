const MARKER = /^\s*(?:>\s?)*(?:#{1,6}\s|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s)?|\|)?/;
const MARKS = /[\s*_~"“'‘([\]!|]+$/u;
const SHORTENED = /\b(?:e\.g|i\.e|cf|vs|etc|approx|no)\.$/i;

/** True where a new sentence, or a new block of the Markdown text, begins behind these words. */
export function beginsSentence(before: string): boolean {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const marker = MARKER.exec(line)?.[0] ?? "";
  const isCell = /\|[\s*_~"“'‘([]*$/.test(line);
  const words = line.slice(marker.length).replace(MARKS, "");
  if (words !== "") return isCell || endsSentence(words);
  if (marker.trim() !== "" && !/^[\s>]*$/.test(marker)) return true;
  const above = before.slice(0, before.length - line.length).trimEnd();
  const gap = before.slice(above.length, before.length - line.length);
  return above === "" || gap.split("\n").length > 2 || endsSentence(above.replace(MARKS, ""));
}

const endsSentence = (words: string) => /[.!?…]$/.test(words) && !SHORTENED.test(words);
