import type { Site } from "./site";

/**
 * What is public now, made of the objects of before wherever they say the same: what did not change stays the same
 * object, and a site in which nothing changed is the one from before.
 */
export function settled(next: Site, before: Site): Site {
  const site = {
    ...next,
    page: isSame(next.page, before.page) ? before.page : next.page,
    components: settledList(next.components, before.components),
    incidents: settledList(next.incidents, before.incidents),
    maintenances: settledList(next.maintenances, before.maintenances),
  };
  return isSame(site, before) ? before : site;
}

function settledList<Item extends { id: string }>(next: Item[], before: Item[]): Item[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const list = next.map((item) => {
    const old = known.get(item.id);
    return old !== undefined && isSame(item, old) ? old : item;
  });
  return isSame(list, before) ? before : list;
}

/** True for plain values that say the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]))
  );
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
