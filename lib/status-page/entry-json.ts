import { changedAt, isMaintenance, touchedBy, type Site, type SiteEntry } from "@/lib/domain/site";
import type { V3Entry } from "./v3-shapes";

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** An incident or maintenance as one JSON document, with the address of every update. */
export function entryJson(site: Site, entry: SiteEntry): V3Entry {
  const address = `${site.page.url}/incidents/${entry.id}`;
  const planned = isMaintenance(entry) ? entry : undefined;
  return {
    id: entry.id,
    url: address,
    kind: planned ? "maintenance" : "incident",
    title: entry.title,
    status: entry.status === "postmortem" ? "resolved" : entry.status,
    impact: entry.impact,
    created_at: iso(entry.createdAt),
    updated_at: iso(changedAt(entry)),
    started_at: iso(entry.startedAt),
    resolved_at: isoOrNull(entry.resolvedAt),
    scheduled_for: isoOrNull(planned?.scheduledFor ?? null),
    scheduled_until: isoOrNull(planned?.scheduledUntil ?? null),
    cancelled_at: isoOrNull(planned?.cancelledAt ?? null),
    components: touchedComponents(site, entry).map(({ id, name, status }) => ({
      id,
      name,
      status,
    })),
    updates: entry.updates.map((update) => ({
      id: update.id,
      url: `${address}#u-${update.id}`,
      status: update.status === "postmortem" ? "resolved" : update.status,
      body: update.body,
      at: iso(update.at),
      corrected_at: isoOrNull(update.correctedAt),
      next_update_due_at: isoOrNull(update.nextUpdateDueAt),
      components: update.changes.flatMap(({ componentId: id, before, after }) => {
        const name = site.components.find((component) => component.id === id)?.name;
        return name === undefined ? [] : [{ id, name, before, after }];
      }),
    })),
    report: entry.report && {
      body: entry.report.body,
      published_at: iso(entry.report.at),
      updated_at: iso(entry.report.updatedAt),
      note: entry.report.note,
    },
  };
}

export function touchedComponents({ components }: Site, entry: SiteEntry) {
  const touched = new Set(touchedBy(entry));
  return components.filter(({ id }) => touched.has(id));
}
