import { isMaintenance, type Site, type SiteComponent, type SiteEntry } from "@/lib/domain/site";
import { uptimeOver, uptimePercent, type UptimeDay } from "@/lib/domain/uptime";
import { entriesByComponent } from "./entries-by-component";
import { statusOf, UPTIME_DAYS } from "./v3";
import type { V3Uptime } from "./v3-shapes";

const DAY = 86_400_000;

/** A component's last days, each with how long it was down and what was announced of it. */
export function v3Uptime(site: Site, component: SiteComponent, now: number): V3Uptime {
  const { id, name, startDate } = component;
  const { days, percent } = uptimeOver(component, now, UPTIME_DAYS);
  const entries = entriesByComponent(site).get(id) ?? [];
  return {
    component: {
      id,
      url: `${site.page.url}/components/${id}`,
      name,
      status: statusOf(site, component),
    },
    since: startDate,
    percent: percent ?? null,
    days: days.map((day) => dayOf(site, day, { entries, now })),
  };
}

type Around = { entries: SiteEntry[]; now: number };

function dayOf({ page }: Site, { day, outage }: UptimeDay, { entries, now }: Around) {
  const from = Date.parse(day);
  const until = Math.min(from + DAY, now);
  return {
    day,
    percent: (outage && uptimePercent(outage, (until - from) / 1000)) ?? null,
    outage: outage ?? null,
    entries: entries
      .filter((entry) => beginOf(entry) < from + DAY && (endOf(entry) ?? now) >= from)
      .map(({ id, title }) => ({ id, url: `${page.url}/incidents/${id}`, title })),
  };
}

const beginOf = (entry: SiteEntry): number =>
  isMaintenance(entry) ? entry.scheduledFor : entry.startedAt;

const endOf = (entry: SiteEntry): number | null =>
  isMaintenance(entry) ? (entry.resolvedAt ?? entry.scheduledUntil) : entry.resolvedAt;
