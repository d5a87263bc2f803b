import { brief, collidedText } from "./collision";
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

/** What collided, for the writer. */
export const collisionText = (collided: FactChange[]): string =>
  collidedText(
    collided.map(({ fact, ...texts }) => ({ ...texts, label: definitionOf(fact).label })),
  );

/** What changed, for the timeline: `Users affected, in %: 45 → 60`. */
export function changeSentence(changes: FactChange[]): string {
  const parts = changes.map(
    ({ fact, before, after }) => `${definitionOf(fact).label}: ${shown(before)} → ${shown(after)}`,
  );
  return `${parts.join("; ")}.`;
}

const shown = (text: string) => brief(text, "not recorded");
