import { diffArrays } from "diff";

const PATIENCE_MS = 300;

/** The items from `start` to before `end` that became `items`. */
export type Edit<Item> = { start: number; end: number; items: Item[] };

/** How one list became another; `undefined` for lists that differ too much to be compared in good time. */
export function editsOf<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (left: Item, right: Item) => boolean = Object.is,
): Edit<Item>[] | undefined {
  const options = { timeout: PATIENCE_MS, comparator: isSame };
  const parts = diffArrays([...before], [...after], options);
  if (!parts) return undefined;
  const edits: Edit<Item>[] = [];
  let place = 0;
  let open: Edit<Item> | undefined;
  for (const part of parts) {
    if (!part.added && !part.removed) {
      place += part.value.length;
      open = undefined;
      continue;
    }
    if (!open) edits.push((open = { start: place, end: place, items: [] }));
    if (part.added) open.items.push(...part.value);
    else open.end = place += part.value.length;
  }
  return edits;
}
