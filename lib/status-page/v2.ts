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
export function v2Answers(site: Site): Map<string, object> {
  const byCreation = incidentsOf(site);
  const active = byCreation.filter(isActive);
  const resolved = byCreation.filter((incident) => !isActive(incident));
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
    ...pagesOf(entries).map((shown, i) => [`${path}?page=${i + 1}`, answer(shown)] as const),
    [`${path}?page=`, answer([])] as const,
  ];

  return new Map<string, object>([
    ["status", { page, status }],
    ["components", { page, components: [...components.values()] }],
    ...paged("incidents", byCreation, (shown) => ({
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

function pagesOf(entries: SiteEntry[]): SiteEntry[][] {
  return Array.from({ length: Math.max(1, Math.ceil(entries.length / AT_MOST)) }, (_, i) =>
    entries.slice(i * AT_MOST, (i + 1) * AT_MOST),
  );
}

const incidentsOf = ({ incidents, page }: Site): SiteIncident[] =>
  incidents
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .map((incident) => withReport(incident, page.url));
