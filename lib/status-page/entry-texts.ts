import { isMaintenance, touchedBy, type Site, type SiteEntry } from "@/lib/domain/site";

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** An incident or maintenance as one JSON document, with the address of every update. */
export function entryJson(site: Site, entry: SiteEntry): object {
  const address = `${site.page.url}/incidents/${entry.id}`;
  return {
    id: entry.id,
    url: address,
    kind: isMaintenance(entry) ? "maintenance" : "incident",
    title: entry.title,
    status: entry.status,
    impact: entry.impact,
    started_at: iso(entry.startedAt),
    resolved_at: isoOrNull(entry.resolvedAt),
    ...(isMaintenance(entry) && {
      scheduled_for: iso(entry.scheduledFor),
      scheduled_until: iso(entry.scheduledUntil),
      cancelled_at: isoOrNull(entry.cancelledAt),
    }),
    updated_at: iso(entry.updatedAt),
    components: componentsOf(site, entry).map(({ id, name, status }) => ({ id, name, status })),
    updates: entry.updates.map((update) => ({
      id: update.id,
      url: `${address}#u-${update.id}`,
      status: update.status,
      body: update.body,
      at: iso(update.at),
      corrected_at: isoOrNull(update.correctedAt),
      next_update_due_at: isoOrNull(update.nextUpdateDueAt),
      components: update.changes.map(({ componentId, before, after }) => ({
        id: componentId,
        before,
        after,
      })),
    })),
    report: entry.report && {
      body: entry.report.body,
      published_at: iso(entry.report.at),
      updated_at: iso(entry.report.updatedAt),
      note: entry.report.note,
    },
  };
}

/** The same for people and assistants to read, in Markdown. */
export function entryMarkdown(site: Site, entry: SiteEntry): string {
  const names = componentsOf(site, entry).map(({ name }) => name);
  const facts = [
    `Status: ${entry.status}`,
    `Impact: ${entry.impact}`,
    names.length > 0 && `Components: ${names.join(", ")}`,
    isMaintenance(entry)
      ? `Planned: ${iso(entry.scheduledFor)} to ${iso(entry.scheduledUntil)}`
      : `Began: ${iso(entry.startedAt)}`,
    !isMaintenance(entry) && entry.resolvedAt !== null && `Resolved: ${iso(entry.resolvedAt)}`,
    `Address: ${site.page.url}/incidents/${entry.id}`,
  ];
  const updates = entry.updates.map(
    ({ status, at, body }) => `### ${status}, ${iso(at)}\n\n${body}\n`,
  );
  return [
    `# ${entry.title}\n`,
    `${facts.flatMap((fact) => (fact === false ? [] : [`- ${fact}`])).join("\n")}\n`,
    "## Updates\n",
    ...updates,
    ...(entry.report ? [`## Report\n\n${entry.report.body}\n`] : []),
  ].join("\n");
}

function componentsOf({ components }: Site, entry: SiteEntry) {
  const touched = touchedBy(entry);
  return components.filter(({ id }) => touched.includes(id));
}
