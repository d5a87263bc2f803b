import { worstStatus } from "@/lib/domain/component";
import { groupedBy } from "@/lib/domain/grouped";
import {
  changedAt,
  isMaintenance,
  touchedBy,
  type Site,
  type SiteChange,
  type SiteComponent,
  type SiteEntry,
  type SiteUpdate,
} from "@/lib/domain/site";

/** A time as Statuspage writes it: always with milliseconds. */
const timeOf = (at: number): string => new Date(at).toISOString();
const timeOrNull = (at: number | null): string | null => (at === null ? null : timeOf(at));

/** The page itself, in the API's order of fields. */
export function pageOf({ page, components, incidents, maintenances }: Site) {
  const changes = [
    page.updatedAt,
    ...components.map(({ updatedAt }) => updatedAt),
    ...[...incidents, ...maintenances].map((entry) => changedAt(entry)),
  ];
  return {
    id: page.id,
    name: page.name,
    url: page.url,
    time_zone: page.zone,
    updated_at: timeOf(changes.reduce((last, at) => Math.max(last, at))),
  };
}

export type V2Component = ReturnType<typeof componentOf>;

/** The components by their ids, in the page's order. A group is as bad as the worst in it. */
export function v2Components(site: Site): Map<string, V2Component> {
  const inside = groupedBy(site.components, ({ groupId }) => groupId);
  return new Map(
    site.components.map((component) => {
      const beside = inside.get(component.groupId) ?? [];
      const members = inside.get(component.id) ?? [];
      const position = beside.indexOf(component) + 1;
      return [component.id, componentOf(site, component, { position, members })];
    }),
  );
}

type Place = { position: number; members: SiteComponent[] };

function componentOf({ page }: Site, component: SiteComponent, { position, members }: Place) {
  const { id, name, status, isGroup } = component;
  return {
    id,
    name,
    status: isGroup ? worstStatus(members.map((member) => member.status)) : status,
    created_at: timeOf(component.createdAt),
    updated_at: timeOf(component.updatedAt),
    position,
    description: component.description,
    showcase: component.isShowcased,
    start_date: component.startDate,
    group_id: component.groupId,
    page_id: page.id,
    group: isGroup,
    only_show_if_degraded: component.isOnlyShownDegraded,
    ...(isGroup && { components: members.map((member) => member.id) }),
  };
}

/** Gives the API's object of an incident or maintenance. */
export function v2EntryOf(site: Site, components: Map<string, V2Component>) {
  const order = new Map([...components.keys()].map((id, place) => [id, place]));
  const placeOf = (id: string) => order.get(id) ?? 0;
  return (entry: SiteEntry) => ({
    id: entry.id,
    name: entry.title,
    status: isCancelled(entry) ? "completed" : entry.status, // the API has no word for what was called off
    created_at: timeOf(entry.createdAt),
    updated_at: timeOf(changedAt(entry)),
    monitoring_at: timeOrNull(monitoringAt(entry.updates)),
    resolved_at: timeOrNull(entry.resolvedAt),
    impact: entry.impact,
    shortlink: `${site.page.url}/incidents/${entry.id}`,
    started_at: timeOf(entry.startedAt),
    page_id: site.page.id,
    incident_updates: entry.updates.map((update) => updateOf(components, entry.id, update)),
    components: touchedBy(entry)
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .flatMap((id) => components.get(id) ?? []),
    ...(isMaintenance(entry) && {
      scheduled_for: timeOf(entry.scheduledFor),
      scheduled_until: timeOf(entry.scheduledUntil),
    }),
  });
}

export const isCancelled = (entry: SiteEntry): boolean =>
  isMaintenance(entry) && entry.cancelledAt !== null;

function monitoringAt(updates: { status: string; at: number }[]): number | null {
  return updates.findLast(({ status }) => status === "monitoring")?.at ?? null;
}

function updateOf(
  components: Map<string, V2Component>,
  entryId: string,
  update: SiteUpdate<string>,
) {
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
      changes.length > 0 ? changes.flatMap((change) => affected(components, change)) : null,
    deliver_notifications: true,
    custom_tweet: null,
    tweet_id: null,
  };
}

function affected(
  components: Map<string, V2Component>,
  { componentId, before, after }: SiteChange,
) {
  const component = components.get(componentId);
  if (!component) return [];
  const group = components.get(component.group_id ?? "");
  const name = group ? `${group.name} - ${component.name}` : component.name;
  return [{ code: componentId, name, old_status: before, new_status: after }];
}

/** Clients put a body into a page as HTML. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
