import { isDeepStrictEqual } from "node:util";
import type { JsonObject } from "@/lib/domain/record";
import { canonicalJson } from "./json";
import { isObject } from "./path";

/**
 * `theirs`, with what changed from `base` to `ours` put on top. Objects are merged key by key; a value
 * or a list that both sides changed is ours.
 */
export function mergeEdits<Item extends JsonObject>(
  base: JsonObject | null,
  ours: Item,
  theirs: Item,
): Item {
  const edits: JsonObject = {};
  for (const field of new Set([...Object.keys(base ?? {}), ...Object.keys(ours)])) {
    const [from, mine, other] = [base?.[field], ours[field], theirs[field]];
    if (isDeepStrictEqual(from, mine)) continue;
    edits[field] =
      isObject(mine) && isObject(other)
        ? mergeEdits(isObject(from) ? from : null, mine, other)
        : mine;
  }
  return { ...theirs, ...edits };
}

export type StoredItem<Item> = {
  ordinal: number;
  /** As it was imported; null for what was made in the portal. */
  source: JsonObject | null;
  /** As an export writes it today. */
  current: Item;
};

/** Two entries are one when both sides give them the same name. */
export type Likeness<Stored, Item> = {
  stored: (row: Stored) => string | null;
  incoming: (item: Item, index: number) => string | null;
};

export type ListPlan<Stored, Item> = {
  kept: { stored: Stored; item: Item; ordinal: number }[];
  added: { item: Item; ordinal: number }[];
  /** Made or changed in the portal and not in the incoming list: they come after it. */
  staying: { stored: Stored; ordinal: number }[];
  removed: Stored[];
};

/**
 * How a stored list becomes the incoming one. An entry that is equal, as it is or as it was imported,
 * stays the same row, so that links to it hold; `more` likenesses pair what is left, in their order.
 */
export function planList<Item extends JsonObject, Stored extends StoredItem<Item>>(
  stored: Stored[],
  incoming: Item[],
  more: Likeness<Stored, Item>[] = [],
): ListPlan<Stored, Item> {
  const equality: Likeness<Stored, Item>[] = [
    { stored: ({ current }) => canonicalJson(current), incoming: canonicalJson },
    { stored: ({ source }) => source && canonicalJson(source), incoming: canonicalJson },
  ];
  const partners = new Map<number, Stored>();
  const paired = new Set<Stored>();
  for (const likeness of [...equality, ...more]) {
    const left = stored.filter((row) => !paired.has(row));
    const open = queuesByName(left, likeness.stored);
    incoming.forEach((item, index) => {
      if (partners.has(index) || left.length === 0) return;
      const partner = open.get(likeness.incoming(item, index))?.shift();
      if (!partner) return;
      partners.set(index, partner);
      paired.add(partner);
    });
  }

  const unpaired = stored.filter((row) => !paired.has(row));
  const isOurs = ({ source, current }: Stored) => !isDeepStrictEqual(source, current);
  const plan: ListPlan<Stored, Item> = {
    kept: [],
    added: [],
    staying: unpaired
      .filter(isOurs)
      .toSorted((a, b) => a.ordinal - b.ordinal)
      .map((row, index) => ({ stored: row, ordinal: incoming.length + index })),
    removed: unpaired.filter((row) => !isOurs(row)),
  };
  incoming.forEach((item, ordinal) => {
    const partner = partners.get(ordinal);
    if (partner) plan.kept.push({ stored: partner, item, ordinal });
    else plan.added.push({ item, ordinal });
  });
  return plan;
}

function queuesByName<Row>(rows: Row[], nameOf: (row: Row) => string | null) {
  const queues = new Map<string | null, Row[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === null) continue;
    const queue = queues.get(name);
    if (queue) queue.push(row);
    else queues.set(name, [row]);
  }
  return queues;
}
