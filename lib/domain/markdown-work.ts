/** Letters that may begin or end something. */
const SIGNS = new Set("*_~`[]<>&|\\!:@");
/** Signs for which a parser looks through all that stands before them in their paragraph. */
const CLOSERS = new Set("*_~`]");
/** What stands at the start of a line that no paragraph goes on with. */
const PART = /[ \t]*(?:\n|$)| {0,3}[-*+] \S/y;

/** What each of them takes, in millionths of a second. */
const PER_LETTER = 1;
const PER_LINE = 25;
const PER_SIGN = 8;
const PER_TAG = 100;
const PER_BRACKET = 20;
const PER_PAIR = 0.03;

const MOST_WORK = 3;

/** True for a text that would keep a parser busy for so long that everybody else has to wait. */
export const isTooMuchWork = (markdown: string): boolean => workOf(markdown) > MOST_WORK;

/** About how many seconds a parser takes for a text at worst, by what stands in it: always the same. */
export function workOf(markdown: string): number {
  let work = markdown.length * PER_LETTER;
  let signs = 0;
  let closers = 0;
  for (let index = 0; index < markdown.length; index += 1) {
    const letter = markdown.charAt(index);
    if (letter === "\n") {
      work += PER_LINE;
      PART.lastIndex = index + 1;
      if (!PART.test(markdown)) continue;
      work += signs * closers * PER_PAIR;
      signs = 0;
      closers = 0;
    } else if (SIGNS.has(letter)) {
      work += letter === "<" ? PER_TAG : letter === "[" ? PER_BRACKET : PER_SIGN;
      signs += 1;
      if (CLOSERS.has(letter)) closers += 1;
    }
  }
  return (work + signs * closers * PER_PAIR) / 1_000_000;
}
