import { AFTER_NAME, BEFORE_NAME, PHRASES, type Phrase } from "./blameless/phrases";
import { proseOf } from "./prose";

/** A phrase that blames: where it stands in the Markdown, what it does, and what to write instead. */
export type BlameFinding = {
  from: number;
  to: number;
  quote: string;
  why: string;
  instead: string;
};

const QUOTED = /“[^”\n]{0,400}”|„[^“\n]{0,400}“|«[^»\n]{0,400}»|(?<![\p{L}\p{N}])"[^"\n]{0,400}"/gu;
/** What a draft asks for is no one's words yet. */
const TODO = /^[ \t>*+-]*(?:\[ \][ \t]+)?\**TODO\**:.*$/gim;
const HIDDEN = "\uFFFC";

/**
 * The phrases of a text that blame, in its order. Code, addresses, TODOs and what stands in quotation marks
 * are not the writer's own words. `names` are those of the people whom it may name.
 */
export function blameIn(markdown: string, names: readonly string[] = []): BlameFinding[] {
  const text = proseOf(markdown).text.replaceAll(TODO, hidden).replaceAll(QUOTED, hidden);
  const found = [...PHRASES, ...namePhrases(names)].flatMap(({ pattern, why, instead }) =>
    [...text.matchAll(pattern)].map(({ 0: quote, index }) => ({
      from: index,
      to: index + quote.trimEnd().length,
      quote: quote.trimEnd().replaceAll(/\s+/g, " "),
      why,
      instead,
    })),
  );
  return withoutOverlaps(found);
}

const hidden = (words: string) => HIDDEN.repeat(words.length);

function namePhrases(names: readonly string[]): Phrase[] {
  const wanted = [...new Set(names.flatMap(writtenAs))];
  if (wanted.length === 0) return [];
  const somebody = `(?<![\\p{L}\\p{N}])(?:${wanted.join("|")})(?![\\p{L}\\p{N}])`;
  const instead = "Say what happened without the name: which step, and what made it look right.";
  return [
    {
      pattern: new RegExp(`${somebody} (?:[Aa]lone )?(?:${AFTER_NAME})\\b`, "gu"),
      why: "Names a person beside what went wrong.",
      instead,
    },
    {
      pattern: new RegExp(`\\b(?:${BEFORE_NAME}) ${somebody}`, "gu"),
      why: "Names a person as the cause.",
      instead,
    },
  ];
}

/** A name and its first word, as they may stand in a pattern. */
function writtenAs(name: string): string[] {
  const words = name.trim().split(/\s+/);
  return [words.join(" "), words[0] ?? ""]
    .filter((each) => each.length > 1 && !each.includes("@"))
    .map((each) => each.replaceAll(/[^\p{L}\p{N}\s]/gu, "."));
}

/** Of findings that share words the longest. */
function withoutOverlaps(findings: BlameFinding[]): BlameFinding[] {
  const longest = findings.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const kept: BlameFinding[] = [];
  for (const finding of longest) {
    if (!kept.some(({ from, to }) => finding.from < to && from < finding.to)) kept.push(finding);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}
