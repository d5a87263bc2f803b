const LONGEST_QUOTE = 120;

/** The sentences of a text, each on one line. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s|\n/)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => sentence !== "");
}

/** A piece of the text to show, on one line and not too long. */
export function quoteOf(piece: string): string {
  const line = piece.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line;
}

/** Tells of something that does not work. */
export const TROUBLE =
  /\b(?:affect|impact|fail|unable|cannot|error|down\b|unavailable|outage|problem|issue|slow|degrad|interrupt|disrupt|unreachable|delay|los[te]\b)|\bcan['’]t\b/i;

/** Tells of something that works, or does so again. */
export const WELL =
  /\b(?:not affected|unaffected|not impacted|no impact|normal(?:ly)?|operational|restored|recover(?:ed|ing|s)?|works?(?: again| as usual)?|working|back|again|available|continues?|fine|resolved|fixed|no longer|succe\w+)\b/i;

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: string[]): string {
  return names.length < 2
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
