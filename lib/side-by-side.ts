import { diffWordsWithSpace } from "diff";
import { lineChanges, type Change } from "./text-changes";

const PATIENCE_MS = 300;

/** Lines of two texts that stand beside one another: the same, or what each has in their place. */
export type Pair = { same: string } | { before: Change[]; after: Change[] };

/** Both texts in pairs, with the words that differ; `undefined` where they differ too much. */
export function pairsOf(before: string, after: string): Pair[] | undefined {
  const changes = lineChanges(before, after);
  return changes?.flatMap((change, index): Pair[] => {
    const [last, next] = [changes[index - 1], changes[index + 1]];
    if (change.kind === "same") return [{ same: change.text }];
    if (change.kind === "deleted") {
      return next?.kind === "inserted" ? [pairOf(change, next)] : [{ before: [change], after: [] }];
    }
    return last?.kind === "deleted" ? [] : [{ before: [], after: [change] }];
  });
}

function pairOf(deleted: Change, inserted: Change): Pair {
  const words = diffWordsWithSpace(deleted.text, inserted.text, { timeout: PATIENCE_MS });
  if (!words) return { before: [deleted], after: [inserted] };
  const pieces = words.map(({ value: text, added, removed }): Change => {
    return { kind: added ? "inserted" : removed ? "deleted" : "same", text };
  });
  return {
    before: pieces.filter(({ kind }) => kind !== "inserted"),
    after: pieces.filter(({ kind }) => kind !== "deleted"),
  };
}
