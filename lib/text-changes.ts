import { diffArrays, diffLines, diffWordsWithSpace } from "diff";

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

/**
 * What two people made of one text, put together line by line; `undefined` where both changed the same
 * or neighbouring lines, or the texts differ too much.
 */
export function mergeTexts(texts: Record<"base" | "mine" | "theirs", string>): string | undefined {
  const base = texts.base.split("\n");
  const mine = editsOf(base, texts.mine.split("\n"));
  const theirs = editsOf(base, texts.theirs.split("\n"));
  if (!mine || !theirs) return undefined;

  const own = new Set(mine.map(nameOf));
  const edits = [...mine, ...theirs.filter((edit) => !own.has(nameOf(edit)))].toSorted(
    (a, b) => a.start - b.start,
  );
  const merged: string[] = [];
  let reached = 0;
  for (const [index, { start, end, lines }] of edits.entries()) {
    if (index > 0 && start <= reached) return undefined;
    merged.push(...base.slice(reached, start), ...lines);
    reached = end;
  }
  return [...merged, ...base.slice(reached)].join("\n");
}

/** The lines from `start` to before `end` that became `lines`. */
type Edit = { start: number; end: number; lines: string[] };

const nameOf = (edit: Edit): string => JSON.stringify(edit);

function editsOf(before: string[], after: string[]): Edit[] | undefined {
  const parts = diffArrays(before, after, { timeout: PATIENCE_MS });
  if (!parts) return undefined;
  const edits: Edit[] = [];
  let place = 0;
  let open: Edit | undefined;
  for (const part of parts) {
    if (!part.added && !part.removed) {
      place += part.value.length;
      open = undefined;
      continue;
    }
    if (!open) edits.push((open = { start: place, end: place, lines: [] }));
    if (part.added) open.lines.push(...part.value);
    else open.end = place += part.value.length;
  }
  return edits;
}

function toChange({ value, added, removed }: Part): Change {
  return { kind: added ? "inserted" : removed ? "deleted" : "same", text: value };
}
