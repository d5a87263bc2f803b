const WORD = /[A-Za-z0-9]/;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const ENTITY = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/;

/** A text's letters written so that Markdown reads them as letters. */
export function escaped(text: string, isInLabel = false): string {
  let written = "";
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    const before = text.charAt(index - 1);
    const after = text.charAt(index + 1);
    const isSpecial = isSpecialLetter(letter, before, after, text, index, isInLabel);
    written += isSpecial ? `\\${letter}` : letter;
  }
  return written;
}

function isSpecialLetter(
  letter: string,
  before: string,
  after: string,
  text: string,
  index: number,
  isInLabel: boolean,
): boolean {
  switch (letter) {
    case "\\":
      return after === "" || ESCAPABLE.test(after);
    case "`":
    case "[":
      return true;
    case "]":
      return isInLabel;
    case "*":
    case "~":
      return !(isSpace(before) && isSpace(after));
    case "_":
      return !(WORD.test(before) && WORD.test(after)) && !(isSpace(before) && isSpace(after));
    case "<":
      return after === "" || /[A-Za-z/!?]/.test(after);
    case "&":
      return ENTITY.test(text.slice(index, index + 40));
    case "@":
      return !isInLabel && /[\w.+-]/.test(before) && /[\w-]/.test(after);
    case ":":
      return (
        !isInLabel && after === "/" && /https?$/i.test(text.slice(Math.max(0, index - 5), index))
      );
    case ".":
      return !isInLabel && /www$/i.test(text.slice(Math.max(0, index - 3), index));
    default:
      return false;
  }
}

function isSpace(letter: string): boolean {
  return letter === " " || letter === "\t";
}

/** The first letters of a line written so that they begin nothing but text. `rest` is the whole line. */
export function escapedStart(words: string, rest: string): string {
  const number = /^\d{1,9}(?=[.)](?:[ \t]|$))/.exec(rest)?.[0];
  if (number !== undefined) {
    return `${words.slice(0, number.length)}\\${words.slice(number.length)}`;
  }
  const begins =
    /^(?:[-+*](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|>|=+[ \t]*$|~[ \t]|_[ \t])/.test(rest) ||
    /^[-|:][-|: \t]*$/.test(rest) ||
    /^-{2}/.test(rest);
  return begins ? `\\${words}` : words;
}

/** The last letters of a heading, so that they do not close it. */
export function escapedHeadingEnd(words: string): string {
  return words.replace(/(^|[ \t])(#+)$/, "$1\\$2");
}

export function reference(letters: string): string {
  return `&#x${(letters.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
}

/** Letters between the quotation marks of a title or the brackets of an address. */
export function escapedWithin(text: string, ends: RegExp): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, "\\\\")
    .replace(/&(?=#|[A-Za-z])/g, "\\&")
    .replace(ends, "\\$&")
    .replace(/[\n\r]/g, reference);
}

/** What follows a link's or an image's label: its address and title. */
export function destination(address: string, title: string | null): string {
  const isPlain = /^[^\s<>()\\&\p{Cc}]+$/u.test(address);
  const written = isPlain || address === "" ? address : `<${escapedWithin(address, /[<>]/g)}>`;
  const named = title ? `"${escapedWithin(title, /"/g)}"` : "";
  if (named === "") return `(${written})`;
  return `(${written === "" ? "<>" : written} ${named})`;
}

/** Code within a line, with a fence that its own backticks do not end. */
export function codeSpan(text: string): string {
  const runs = new Set(Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  let size = 1;
  while (runs.has(size)) size += 1;
  const fence = "`".repeat(size);
  const needsRoom = /^`|`$|^ [^]* $/.test(text) && text.trim() !== "";
  return needsRoom ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}
