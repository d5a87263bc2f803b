import { isMaintenance, type Site, type SiteEntry } from "@/lib/domain/site";

const iso = (at: number): string => new Date(at).toISOString();

/** What search engines understand of an incident or maintenance, as JSON that cannot end its element. */
export function structuredOf(site: Site, entry: SiteEntry): string {
  const common = {
    "@context": "https://schema.org",
    name: entry.title,
    url: `${site.page.url}/incidents/${entry.id}`,
  };
  const text = entry.updates[0]?.body ?? entry.title;
  const told = isMaintenance(entry)
    ? {
        ...common,
        "@type": "Event",
        description: text,
        startDate: iso(entry.scheduledFor),
        endDate: iso(entry.scheduledUntil),
        eventStatus: `https://schema.org/${entry.cancelledAt === null ? "EventScheduled" : "EventCancelled"}`,
        eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
        location: { "@type": "VirtualLocation", url: site.page.url },
      }
    : {
        ...common,
        "@type": "SpecialAnnouncement",
        text,
        datePosted: iso(entry.updates.at(-1)?.at ?? entry.startedAt),
        ...(entry.resolvedAt !== null && { expires: iso(entry.resolvedAt) }),
      };
  return JSON.stringify(told).replaceAll("<", "\\u003c");
}
