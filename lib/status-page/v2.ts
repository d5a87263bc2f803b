import { rollUp } from "@/lib/domain/roll-up";
import {
  isActive,
  isMaintenance,
  touchedBy,
  withReport,
  type Site,
  type SiteComponent,
  type SiteEntry,
  type SiteIncident,
  type SiteMaintenance,
  type SiteUpdate,
} from "@/lib/domain/site";

const AT_MOST = 50;

/** A time as Statuspage writes it: always with milliseconds. */
const timeOf = (at: number): string => new Date(at).toISOString();
const timeOrNull = (at: number | null): string | null => (at === null ? null : timeOf(at));

/** The answers of the Statuspage API, version 2, by their path below `/api/v2/`. */
export function v2Answers(site: Site): Map<string, object> {
  const { maintenances } = site;
  const byCreation = incidentsOf(site);
  const active = byCreation.filter(isActive);
  const resolved = byCreation.filter((incident) => !isActive(incident));
  const under = (status: SiteMaintenance["status"][]) =>
    maintenances.filter((maintenance) => status.includes(maintenance.status));
  const planned = under(["scheduled", "in_progress", "verifying"]);

  const page = pageOf(site);
  const status = { page, status: rollUp(leaves(site), active) };
  const listed = (entries: SiteEntry[]) => entries.slice(0, AT_MOST).map(entryOf(site));
  const withReminders = (entries: SiteEntry[]) =>
    listed(entries).map((entry) => ({ ...entry, reminder_intervals: null }));

  return new Map<string, object>([
    ["status", status],
    ["components", { page, components: componentsOf(site) }],
    ["incidents", { page, incidents: withReminders(byCreation) }],
    ["incidents/unresolved", { page, incidents: listed(active) }],
    ["incidents/resolved", { page, incidents: listed(resolved) }],
    ["scheduled-maintenances", { page, scheduled_maintenances: listed(maintenances) }],
    [
      "scheduled-maintenances/upcoming",
      { page, scheduled_maintenances: listed(under(["scheduled"])) },
    ],
    [
      "scheduled-maintenances/active",
      { page, scheduled_maintenances: listed(under(["in_progress", "verifying"])) },
    ],
    [
      "summary",
      {
        page,
        components: componentsOf(site),
        incidents: listed(active),
        scheduled_maintenances: listed(planned.toSorted((a, b) => a.scheduledFor - b.scheduledFor)),
        status: status.status,
      },
    ],
  ]);
}

/** Later pages of all incidents, as `page=2` asks for them; the first is `incidents`. */
export function v2Page(site: Site, number: number): object {
  const incidents = incidentsOf(site)
    .slice((number - 1) * AT_MOST, number * AT_MOST)
    .map(entryOf(site))
    .map((entry) => ({ ...entry, reminder_intervals: null }));
  return { page: pageOf(site), incidents };
}

const incidentsOf = ({ incidents, page }: Site): SiteIncident[] =>
  incidents
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .map((incident) => withReport(incident, page.url));

const leaves = ({ components }: Site) => components.filter(({ isGroup }) => !isGroup);

function pageOf({ page, components, incidents, maintenances }: Site) {
  const changes = [...components, ...incidents, ...maintenances].map(({ updatedAt }) => updatedAt);
  return {
    id: page.id,
    name: page.name,
    url: page.url,
    time_zone: page.zone,
    updated_at: timeOf(changes.reduce((last, at) => Math.max(last, at), 0)),
  };
}

const componentsOf = (site: Site) =>
  site.components.map((component) => componentOf(site, component));

function componentOf({ page, components }: Site, component: SiteComponent) {
  const beside = components.filter(({ groupId }) => groupId === component.groupId);
  return {
    id: component.id,
    name: component.name,
    status: component.status,
    created_at: timeOf(component.createdAt),
    updated_at: timeOf(component.updatedAt),
    position: beside.indexOf(component) + 1,
    description: component.description,
    showcase: component.isShowcased,
    start_date: component.startDate,
    group_id: component.groupId,
    page_id: page.id,
    group: component.isGroup,
    only_show_if_degraded: component.isOnlyShownDegraded,
    ...(component.isGroup && {
      components: components.filter(({ groupId }) => groupId === component.id).map(({ id }) => id),
    }),
  };
}

const entryOf = (site: Site) => (entry: SiteEntry) => {
  const link = `${site.page.url}/incidents/${entry.id}`;
  const touched = new Set(touchedBy(entry));
  return {
    id: entry.id,
    name: entry.title,
    status: entry.status,
    created_at: timeOf(entry.createdAt),
    updated_at: timeOf(entry.updatedAt),
    monitoring_at: timeOrNull(monitoringAt(entry.updates)),
    resolved_at: timeOrNull(entry.resolvedAt),
    impact: entry.impact,
    shortlink: link,
    started_at: timeOf(entry.startedAt),
    page_id: site.page.id,
    incident_updates: entry.updates.map((update) => updateOf(site, entry.id, update)),
    components: site.components
      .filter(({ id }) => touched.has(id))
      .map((component) => componentOf(site, component)),
    ...(isMaintenance(entry) && {
      scheduled_for: timeOf(entry.scheduledFor),
      scheduled_until: timeOf(entry.scheduledUntil),
    }),
  };
};

function monitoringAt(updates: { status: string; at: number }[]): number | null {
  return updates.findLast(({ status }) => status === "monitoring")?.at ?? null;
}

function updateOf(site: Site, entryId: string, update: SiteUpdate<string>) {
  const { id, status, body, createdAt, updatedAt, at, changes } = update;
  return {
    id,
    status,
    body: escaped(body),
    incident_id: entryId,
    created_at: timeOf(createdAt),
    updated_at: timeOf(updatedAt),
    display_at: timeOf(at),
    affected_components:
      changes.length > 0 ? changes.flatMap((change) => affected(site, change)) : null,
    deliver_notifications: true,
    custom_tweet: null,
    tweet_id: null,
  };
}

function affected(
  { components }: Site,
  { componentId, before, after }: SiteUpdate<string>["changes"][number],
) {
  const component = components.find(({ id }) => id === componentId);
  if (!component) return [];
  const group = components.find(({ id }) => id === component.groupId);
  const name = group ? `${group.name} - ${component.name}` : component.name;
  return [{ code: componentId, name, old_status: before, new_status: after }];
}

/** Clients put a body into a page as HTML. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
