import { diffLines, diffWordsWithSpace } from "diff";

const PATIENCE_MS = 300;

/** A piece of two texts: in both, only in the later one, or only in the earlier one. */
export type Change = { kind: "same" | "inserted" | "deleted"; text: string };

type Part = { value: string; added: boolean; removed: boolean };

/** Which lines differ; `undefined` for texts that differ too much to be compared in good time. */
export function lineChanges(before: string, after: string): Change[] | undefined {
  return diffLines(before, after, { timeout: PATIENCE_MS })?.map(toChange);
}

/** Which words differ, within the lines that do; `undefined` as for lines. */
export function wordChanges(before: string, after: string): Change[] | undefined {
  return lineChanges(before, after)?.flatMap((change, index, all) => {
    const next = all[index + 1];
    if (change.kind === "deleted" && next?.kind === "inserted") {
      const words = diffWordsWithSpace(change.text, next.text, { timeout: PATIENCE_MS });
      return words?.map(toChange) ?? [change, next];
    }
    return change.kind === "inserted" && all[index - 1]?.kind === "deleted" ? [] : [change];
  });
}

function toChange({ value, added, removed }: Part): Change {
  return { kind: added ? "inserted" : removed ? "deleted" : "same", text: value };
}
