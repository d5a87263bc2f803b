import {
  isMaintenance,
  withReport,
  type Site,
  type SiteComponent,
  type SiteEntry,
} from "@/lib/domain/site";
import { entriesByComponent } from "./entries-by-component";
import { historyEntries, updateEntries } from "./feed-entries";
import { atomOf, rssOf, type Feed } from "./feeds";
import { dataFile, TYPES, type SiteFile } from "./file";

/** The page's own feeds, and once more for those who want only incidents or only maintenance. */
export function pageFeeds(site: Site): SiteFile[] {
  const { name, url: alternate } = site.page;
  const incidents = site.incidents.map((incident) => reported(site, incident));
  const { maintenances } = site;
  return [
    ...both(site, { at: "", name, alternate, entries: [...incidents, ...maintenances] }),
    ...both(site, { at: "", query: "?kind=incident", name, alternate, entries: incidents }),
    ...both(site, { at: "", query: "?kind=maintenance", name, alternate, entries: maintenances }),
  ];
}

/** The feeds of a component, or of all components of a group. */
export const componentFeeds = (site: Site, { id, name }: SiteComponent): SiteFile[] =>
  both(site, {
    at: `components/${id}/`,
    name: `${site.page.name}: ${name}`,
    alternate: `${site.page.url}/components/${id}`,
    entries: (entriesByComponent(site).get(id) ?? []).map((entry) => reported(site, entry)),
  });

/** The updates of one incident or maintenance. */
export const entryFeeds = (site: Site, entry: SiteEntry): SiteFile[] =>
  written(site, {
    path: `incidents/${entry.id}`,
    title: `${site.page.name} Status: ${entry.title}`,
    alternate: `${site.page.url}/incidents/${entry.id}`,
    entries: updateEntries(site, [reported(site, entry)]),
  });

/** A published report is the newest update of its incident. */
const reported = ({ page }: Site, entry: SiteEntry): SiteEntry =>
  isMaintenance(entry) ? entry : withReport(entry, page.url);

type Both = { at: string; query?: string; name: string; alternate: string; entries: SiteEntry[] };

/** A feed with an entry for each incident, and one with an entry for each update. */
function both(site: Site, { at, query, name, alternate, entries }: Both): SiteFile[] {
  const kind = query === "?kind=maintenance" ? "Maintenance" : "Incident";
  return [
    ...written(site, {
      path: `${at}history`,
      query,
      title: `${name} Status - ${kind} History`,
      alternate,
      entries: historyEntries(site, entries),
    }),
    ...written(site, {
      path: `${at}updates`,
      query,
      title: `${name} Status - Updates`,
      alternate,
      entries: updateEntries(site, entries),
    }),
  ];
}

const written = (site: Site, feed: Feed): SiteFile[] => [
  dataFile(`${feed.path}.atom${feed.query ?? ""}`, TYPES.atom, atomOf(site, feed)),
  dataFile(`${feed.path}.rss${feed.query ?? ""}`, TYPES.rss, rssOf(site, feed)),
];
