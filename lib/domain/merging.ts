/** An incident as the rules of merging see it. */
export type Mergeable = {
  id: number;
  key: string;
  isPrivate: boolean;
  isDrill: boolean;
  mergedIntoId: number | null;
  /** The key of what it was merged into, for those who may know of it. */
  mergedInto?: string | undefined;
  /** The keys of what was merged into it; "another incident" for those who may not know of it. */
  duplicates: string[];
  /** True while outsiders follow it on the status page. */
  isFollowed: boolean;
};

/** Why `from` cannot be merged into `into`, in words; `undefined` if it can. */
export function mergeProblem(from: Mergeable, into: Mergeable): string | undefined {
  if (from.id === into.id) return `${from.key} cannot be a duplicate of itself.`;
  return chainProblem(from, into) ?? kindProblem(from, into);
}

/** A duplicate has no duplicates of its own, so that every merge can be read and undone by itself. */
function chainProblem(from: Mergeable, into: Mergeable): string | undefined {
  if (into.mergedIntoId === from.id) {
    return `${into.key} was merged into ${from.key} already. To turn it around, undo that merge first.`;
  }
  if (from.mergedIntoId !== null) {
    return `${from.key} was merged into ${from.mergedInto ?? "another incident"} already. Undo that merge first.`;
  }
  if (into.mergedIntoId !== null) {
    return into.mergedInto === undefined
      ? `${into.key} was itself merged into another incident. Nothing can be merged into it.`
      : `${into.key} was itself merged into ${into.mergedInto}. Merge ${from.key} into ${into.mergedInto} instead.`;
  }
  const [duplicate] = from.duplicates;
  return duplicate === undefined
    ? undefined
    : `${capitalized(duplicate)} was merged into ${from.key}. Undo that first, or merge ${into.key} into ${from.key} instead.`;
}

function kindProblem(from: Mergeable, into: Mergeable): string | undefined {
  if (from.isPrivate !== into.isPrivate) {
    const [hidden, open] = from.isPrivate ? [from, into] : [into, from];
    return `${hidden.key} is private and ${open.key} is not, so they cannot be merged. Link them instead.`;
  }
  if (from.isDrill !== into.isDrill) {
    const [drill, real] = from.isDrill ? [from, into] : [into, from];
    return `${drill.key} is a drill and ${real.key} is not, so they cannot be merged.`;
  }
  return from.isFollowed
    ? `Outsiders follow ${from.key} on the status page, where it would stay open. Post its last public update first, or merge ${into.key} into ${from.key} instead.`
    : undefined;
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Row = { at: number; gapBefore?: number | undefined };

/**
 * Two timelines as one, by time; at equal times the incident's own rows come first. A silence that
 * another row fell into is none.
 */
export function interleave<Own extends Row, Other extends Row>(
  own: Own[],
  others: Other[],
): (Own | Other)[] {
  if (others.length === 0) return own;
  const all = [...own, ...others].toSorted((a, b) => a.at - b.at);
  const foreign = new Set<Own | Other>(others);
  return all.map((row, index) => {
    const before = all[index - 1];
    const isBroken = row.gapBefore !== undefined && before !== undefined && foreign.has(before);
    return isBroken ? { ...row, gapBefore: undefined } : row;
  });
}
