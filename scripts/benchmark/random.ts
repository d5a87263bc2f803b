export type Random = ReturnType<typeof randomFrom>;

/** Numbers that look random and are the same in every run (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);

  return {
    next,
    below,
    /** One of the items, the first ones more often. */
    pick: <Item>(items: readonly [Item, ...Item[]]): Item =>
      items[Math.floor(next() ** 1.5 * items.length)] ?? items[0],
    /** One of the items, each as often as its weight says. */
    weighted: <Item>(items: readonly [readonly [Item, number], ...(readonly [Item, number])[]]) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      return (items.find(([, weight]) => (left -= weight) < 0) ?? items[0])[0];
    },
  };
}
