import { isClosed } from "./closing";

/** A change of an item's status. */
export type StatusChange = { at: number; before: string | null; after: string | null };

const UNDONE_WITHIN = 60_000;

/**
 * When an item came back from Done or Won't do. What was taken back within a minute was an undo: neither
 * that closing nor that reopening counts.
 */
export function reopeningsIn(changes: StatusChange[]): number[] {
  const stays: { at: number; isClosed: boolean }[] = [];
  for (const { at, before, after } of changes.toSorted((a, b) => a.at - b.at)) {
    if (stays.length === 0) stays.push({ at: -Infinity, isClosed: isClosed(before) });
    const last = stays.at(-1);
    if (last && at - last.at < UNDONE_WITHIN) stays.pop();
    if (stays.at(-1)?.isClosed !== isClosed(after)) stays.push({ at, isClosed: isClosed(after) });
  }
  return stays.slice(1).flatMap(({ at, isClosed }) => (isClosed ? [] : at));
}
