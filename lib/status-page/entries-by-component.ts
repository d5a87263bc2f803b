import { touchedBy, type Site, type SiteEntry } from "@/lib/domain/site";

const found = new WeakMap<Site, Map<string, SiteEntry[]>>();

/** What touched each component, by its id; a group is touched by what touches anything in it. */
export function entriesByComponent(site: Site): Map<string, SiteEntry[]> {
  const known = found.get(site) ?? sorted(site);
  found.set(site, known);
  return known;
}

function sorted({ components, incidents, maintenances }: Site): Map<string, SiteEntry[]> {
  const groupOf = new Map(components.map(({ id, groupId }) => [id, groupId]));
  const entries = new Map<string, SiteEntry[]>(components.map(({ id }) => [id, []]));
  for (const entry of [...incidents, ...maintenances]) {
    const touched = touchedBy(entry);
    const groups = touched.map((id) => groupOf.get(id) ?? "");
    for (const id of new Set([...touched, ...groups])) entries.get(id)?.push(entry);
  }
  return entries;
}
