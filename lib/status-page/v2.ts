import { rollUp } from "@/lib/domain/roll-up";
import {
  isActive,
  withReport,
  type Site,
  type SiteEntry,
  type SiteIncident,
  type SiteMaintenance,
} from "@/lib/domain/site";
import { isCancelled, pageOf, v2Components, v2EntryOf } from "./v2-objects";

const AT_MOST = 50;

/**
 * The answers of the Statuspage API, version 2, by their path below `/api/v2/`, with a query where it is paged. An
 * empty number stands for all pages after the last.
 */
export const v2Answers = (site: Site): Map<string, object> =>
  new Map([
    ...v2Newest(site),
    ...v2Older(site).map(({ path, answer }) => [path, answer()] as const),
  ]);

/** All of them but the second and later pages. */
export function v2Newest(site: Site): Map<string, object> {
  const incidents = byCreation(site).map((one) => withReport(one, site.page.url));
  const active = incidents.filter(isActive);
  const resolved = incidents.filter((incident) => !isActive(incident));
  const { maintenances } = site;
  const under = (...statuses: SiteMaintenance["status"][]) =>
    maintenances.filter((one) => statuses.includes(one.status) && !isCancelled(one));
  const planned = under("scheduled", "in_progress", "verifying");

  const page = pageOf(site);
  const components = v2Components(site);
  const entryOf = v2EntryOf(site, components);
  const listed = (entries: SiteEntry[]) => entries.slice(0, AT_MOST).map(entryOf);
  const status = rollUp(
    site.components.filter(({ isGroup }) => !isGroup),
    active,
  );
  const paged = (path: string, entries: SiteEntry[], answer: (shown: SiteEntry[]) => object) => [
    [path, answer(entries.slice(0, AT_MOST))] as const,
    [`${path}?page=1`, answer(entries.slice(0, AT_MOST))] as const,
    [`${path}?page=`, answer([])] as const,
  ];

  return new Map<string, object>([
    ["status", { page, status }],
    ["components", { page, components: [...components.values()] }],
    ...paged("incidents", incidents, (shown) => ({
      page,
      incidents: shown.map((entry) => ({ ...entryOf(entry), reminder_intervals: null })),
    })),
    ["incidents/unresolved", { page, incidents: listed(active) }],
    ["incidents/resolved", { page, incidents: listed(resolved) }],
    ...paged("scheduled-maintenances", maintenances, (shown) => ({
      page,
      scheduled_maintenances: shown.map(entryOf),
    })),
    [
      "scheduled-maintenances/upcoming",
      { page, scheduled_maintenances: listed(under("scheduled")) },
    ],
    [
      "scheduled-maintenances/active",
      { page, scheduled_maintenances: listed(under("in_progress", "verifying")) },
    ],
    [
      "summary",
      {
        page,
        components: [...components.values()],
        incidents: listed(active),
        scheduled_maintenances: listed(planned.toSorted((a, b) => a.scheduledFor - b.scheduledFor)),
        status,
      },
    ],
  ]);
}

/** A later page of a list: what it lists, and the answer. */
export type OlderPage = { path: string; entries: SiteEntry[]; answer: () => object };

/** The second and later pages, which are made only when somebody needs them. */
export function v2Older(site: Site): OlderPage[] {
  const page = pageOf(site);
  const entryOf = v2EntryOf(site, v2Components(site));
  return [
    ...laterPages(byCreation(site)).map(({ entries, number }) => ({
      path: `incidents?page=${number}`,
      entries,
      answer: () => ({
        page,
        incidents: entries
          .map((incident) => entryOf(withReport(incident, site.page.url)))
          .map((entry) => ({ ...entry, reminder_intervals: null })),
      }),
    })),
    ...laterPages(site.maintenances).map(({ entries, number }) => ({
      path: `scheduled-maintenances?page=${number}`,
      entries,
      answer: () => ({ page, scheduled_maintenances: entries.map(entryOf) }),
    })),
  ];
}

const laterPages = <Entry>(all: Entry[]) =>
  Array.from({ length: Math.max(0, Math.ceil(all.length / AT_MOST) - 1) }, (_, i) => ({
    number: i + 2,
    entries: all.slice((i + 1) * AT_MOST, (i + 2) * AT_MOST),
  }));

const byCreation = ({ incidents }: Site): SiteIncident[] =>
  incidents.toSorted((a, b) => b.createdAt - a.createdAt);
