import { outlineOf } from "./outline";

/** A part of a Markdown text: a heading of the first two depths with what stands below it. */
export type Section = {
  /** The heading's words; empty for what stands before the first heading. */
  title: string;
  /** All of it to the letter, its heading and the blank lines at its end among it. */
  raw: string;
  /** What stands below the heading, without blank lines around it. */
  body: string;
};

/** A text in its sections: their `raw` texts, one after the other, are the text. */
export function splitSections(markdown: string): Section[] {
  const headings = outlineOf(markdown, Infinity).filter(({ depth }) => depth <= 2);
  const first = headings[0]?.offset ?? markdown.length;
  const preamble = markdown.slice(0, first);
  const sections = headings.map(({ text, offset }, index) => {
    const raw = markdown.slice(offset, headings[index + 1]?.offset);
    const [heading = ""] = raw.split("\n", 1);
    return { title: wordsOf(text), raw, body: trimmed(raw.slice(heading.length)) };
  });
  return preamble === ""
    ? sections
    : [{ title: "", raw: preamble, body: trimmed(preamble) }, ...sections];
}

/** What two headings have in common that say the same: without marks, spaces and the size of letters. */
export const nameOf = (title: string): string => wordsOf(title).toLowerCase();

/** A heading's words as they are read, without Markdown's marks. */
function wordsOf(heading: string): string {
  return heading
    .replace(/\s+#+\s*$/, "")
    .replace(/\\([!-/:-@[-`{-~])|[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

const trimmed = (text: string) => text.replace(/^\s*\n/, "").trimEnd();
