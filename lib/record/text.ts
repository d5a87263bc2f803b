const CONTROL = /[^\P{Cc}\t\n]/u;
const HALF_A_PAIR = /\p{Cs}/u;
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/u;

/** What forbids storing a text: half characters, and control characters other than tab and line feed. */
export function textProblem(text: string): string | undefined {
  if (HALF_A_PAIR.test(text)) return "holds half of a surrogate pair, which is not Unicode text";
  const control = CONTROL.exec(text)?.[0];
  if (control === "\r") {
    return "holds the control character U+000D (carriage return); write line breaks as line feeds";
  }
  return control && `holds the control character ${codePoint(control)}`;
}

/** What forbids a title or a name: characters that reorder the text around them. */
export function nameProblem(text: string): string | undefined {
  const found = REORDERING.exec(text)?.[0];
  return found && `holds the invisible character ${codePoint(found)}, which reorders text`;
}

const codePoint = (character: string) =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
