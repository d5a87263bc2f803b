import {
  isMaintenance,
  touchedBy,
  type Site,
  type SiteComponent,
  type SiteEntry,
} from "@/lib/domain/site";
import { entriesByComponent } from "./entries-by-component";

export type SiteCuts = {
  /** These incidents and maintenances, with the components that they touched. */
  aroundEntries: (entries: SiteEntry[]) => Site;
  /** A component, its group or members, and what touched it. */
  aroundComponent: (component: SiteComponent) => Site;
};

/** Cuts small sites out of a whole one, of which files are made that need not change when all else does. */
export function siteCuts(site: Site): SiteCuts {
  const places = new Map(site.components.map(({ id }, i) => [id, i]));

  function withGroup(id: string): number[] {
    const place = places.get(id);
    if (place === undefined) return [];
    const group = places.get(site.components[place]?.groupId ?? "");
    return group === undefined ? [place] : [group, place];
  }

  function cut(entries: SiteEntry[], ids: string[]): Site {
    const wanted = [...new Set(ids.flatMap(withGroup))].toSorted((a, b) => a - b);
    return {
      page: site.page,
      components: wanted.flatMap((place) => site.components[place] ?? []),
      incidents: entries.flatMap((entry) => (isMaintenance(entry) ? [] : [entry])),
      maintenances: entries.filter(isMaintenance),
    };
  }

  return {
    aroundEntries: (entries) => cut(entries, entries.flatMap(touchedBy)),
    aroundComponent({ id, isGroup }) {
      const entries = entriesByComponent(site).get(id) ?? [];
      const members = isGroup ? site.components.filter(({ groupId }) => groupId === id) : [];
      const touched = entries.flatMap(touchedBy);
      return cut(entries, [id, ...members.map((member) => member.id), ...touched]);
    },
  };
}
