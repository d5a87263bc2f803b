import { worstStatus } from "@/lib/domain/component";
import { rollUp } from "@/lib/domain/roll-up";
import { isActive, type Site, type SiteComponent, type SiteEntry } from "@/lib/domain/site";
import { uptimeOver } from "@/lib/domain/uptime";
import { entryJson } from "./entry-json";
import type { Standing } from "./standing";
import { isCancelled, pageOf } from "./v2-objects";
import type { V3Component, V3Entries, V3Summary } from "./v3-shapes";

export const UPTIME_DAYS = 90;
const AT_ONCE = 50;

/** Everything that is the case now, in one answer. */
export function v3Summary(site: Site, { now, staleSince }: Standing): V3Summary {
  const { id, name, url, time_zone, updated_at } = pageOf(site);
  const active = site.incidents.filter(isActive);
  const planned = site.maintenances
    .filter((one) => one.status !== "completed" && !isCancelled(one))
    .toSorted((a, b) => a.scheduledFor - b.scheduledFor);
  const leaves = site.components.filter(({ isGroup }) => !isGroup);
  return {
    page: { id, name, url, time_zone, about: site.page.about, updated_at },
    stale_since: staleSince === undefined ? null : new Date(staleSince).toISOString(),
    status: rollUp(leaves, active),
    components: site.components.map((component) => componentOf(site, component, now)),
    incidents: active.map((incident) => entryJson(site, incident)),
    maintenances: planned.map((maintenance) => entryJson(site, maintenance)),
  };
}

function componentOf(site: Site, component: SiteComponent, now: number): V3Component {
  const { id, name, description, isGroup, groupId, isShowcased } = component;
  const address = `${site.page.url}/components/${id}`;
  return {
    id,
    url: address,
    name,
    description,
    status: statusOf(site, component),
    is_group: isGroup,
    group_id: groupId,
    uptime:
      isShowcased && !isGroup
        ? {
            percent: uptimeOver(component, now, UPTIME_DAYS).percent ?? null,
            days: UPTIME_DAYS,
            url: `${site.page.url}/api/v3/components/${id}/uptime.json`,
          }
        : null,
  };
}

export function statusOf({ components }: Site, { id, status, isGroup }: SiteComponent) {
  if (!isGroup) return status;
  const members = components.filter(({ groupId }) => groupId === id);
  return worstStatus(members.map((member) => member.status));
}

/** A page of a list: what it lists, and the answer. */
export type V3Page = {
  /** Below `/api/v3/`, without an ending. */
  path: string;
  entries: SiteEntry[];
  isNewest: boolean;
  answer: () => V3Entries;
};

/** All incidents and all maintenance, in pages. */
export const v3Pages = (site: Site): V3Page[] => [
  ...pagesOf(site, "incidents", site.incidents),
  ...pagesOf(site, "maintenances", site.maintenances),
];

/**
 * Pages are cut from the oldest, so that one that is full stays as it is when something new is announced; each
 * names the next older one.
 */
function pagesOf(site: Site, list: string, all: SiteEntry[]): V3Page[] {
  const oldestFirst = all.toSorted((a, b) => a.createdAt - b.createdAt);
  const newest = Math.max(1, Math.ceil(all.length / AT_ONCE));
  return Array.from({ length: newest }, (_, i) => {
    const entries = oldestFirst.slice(i * AT_ONCE, (i + 1) * AT_ONCE).toReversed();
    const isNewest = i + 1 === newest;
    return {
      path: isNewest ? list : `${list}/${i + 1}`,
      entries,
      isNewest,
      answer: () => ({
        entries: entries.map((entry) => entryJson(site, entry)),
        next: i === 0 ? null : `${site.page.url}/api/v3/${list}/${i}.json`,
      }),
    };
  });
}
