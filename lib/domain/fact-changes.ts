import { definitionOf, FACT_NAMES, plainText, type Fact, type FactTexts } from "./facts";

export type FactChange = { fact: Fact; before: string; after: string };

/** The facts that a writer wrote otherwise than they had seen them. */
export function touched(seen: FactTexts, written: FactTexts): FactTexts {
  return Object.fromEntries(
    FACT_NAMES.flatMap((fact) => {
      const text = written[fact];
      const isSame = text === undefined || plainText(text) === plainText(seen[fact] ?? "");
      return isSame ? [] : [[fact, text]];
    }),
  );
}

/** What a writer's changes make of the facts as they stand now. */
export function changesTo(current: FactTexts, written: FactTexts): FactChange[] {
  return FACT_NAMES.flatMap((fact) => {
    const [before, after] = [plainText(current[fact] ?? ""), plainText(written[fact] ?? "")];
    return written[fact] === undefined || before === after ? [] : [{ fact, before, after }];
  });
}

/** The changes to facts that someone else changed since the writer saw them. */
export function collisions(seen: FactTexts, changes: FactChange[]): FactChange[] {
  return changes.filter(({ fact, before }) => before !== plainText(seen[fact] ?? ""));
}

/** What collided, for the writer: the field, what stands there now, and what they wrote. */
export function collisionText(collided: FactChange[]): string {
  const sentences = collided.map(
    ({ fact, before, after }) =>
      `${definitionOf(fact).label} now says ${quoted(before)}, you wrote ${quoted(after)}.`,
  );
  return `Someone else was faster. ${sentences.join(" ")} Yours is kept here: save again to put it in place.`;
}

/** What changed, for the timeline: `Users affected, in %: 45 → 60`. */
export function changeSentence(changes: FactChange[]): string {
  const parts = changes.map(
    ({ fact, before, after }) => `${definitionOf(fact).label}: ${brief(before)} → ${brief(after)}`,
  );
  return `${parts.join("; ")}.`;
}

const LONGEST = 120;

function brief(text: string): string {
  const line = text.replaceAll(/\n */g, ", ");
  const characters = Array.from(line.slice(0, 2 * LONGEST + 2));
  if (characters.length > LONGEST) return `${characters.slice(0, LONGEST - 1).join("")}…`;
  return line === "" ? "not recorded" : line;
}

const quoted = (text: string) => (text === "" ? "nothing" : `“${brief(text)}”`);
