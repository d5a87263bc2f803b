/** What a factor is known by: its words, whatever the space around and between them. */
export const factorName = (text: string): string => text.trim().replaceAll(/\s+/g, " ");

/** A factor as somebody saw it: its words, and where it stood, from 0. */
export type SeenFactor = { factor: string; place: number };

/** Where the factor stands now; among several of the same words the one at its place, else the first. */
export function placeOf(factors: string[], { factor, place }: SeenFactor): number | undefined {
  const name = factorName(factor);
  const named = (text = "") => factorName(text) === name;
  if (place in factors && named(factors[place])) return place;
  const found = factors.findIndex(named);
  return found === -1 ? undefined : found;
}

/** The list with one of its entries a step nearer to its beginning (-1) or its end (1). */
export function movedBy(factors: string[], place: number, step: -1 | 1): string[] {
  const factor = factors[place];
  const to = place + step;
  if (factor === undefined || to < 0 || to >= factors.length) return factors;
  return factors.toSpliced(place, 1).toSpliced(to, 0, factor);
}

const ALIKE_ENOUGH = 0.5;

/**
 * Which factors' words became which when a list was written anew: those that share at least half of
 * their words, the most alike first. What stands in both lists stayed what it was.
 */
export function renamesBetween(before: string[], after: string[]): Map<string, string> {
  const [old, now] = [new Set(before.map(factorName)), new Set(after.map(factorName))];
  const come = [...now].filter((name) => !old.has(name));
  const pairs = [...old]
    .filter((name) => !now.has(name))
    .flatMap((from) => come.map((to) => ({ from, to, likeness: likenessOf(from, to) })))
    .filter(({ likeness }) => likeness >= ALIKE_ENOUGH)
    .toSorted((a, b) => b.likeness - a.likeness);

  const renames = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of pairs) {
    if (renames.has(from) || taken.has(to)) continue;
    renames.set(from, to);
    taken.add(to);
  }
  return renames;
}

/** The share of the longer text's different words that both have. */
function likenessOf(a: string, b: string): number {
  const [ours, theirs] = [wordsOf(a), wordsOf(b)];
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  return shared / Math.max(ours.size, theirs.size, 1);
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
