import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { changedAt, type Site, type SiteMaintenance } from "@/lib/domain/site";

/** Planned work for calendars. An event keeps its id, and counts its changes, so that calendars take them over. */
export function maintenanceCalendar(site: Site, maintenances: SiteMaintenance[]): string {
  const { name, url } = site.page;
  const host = new URL(url).hostname;
  const calendar = ical({
    name: `${name}: maintenance`,
    prodId: { company: "Muster", product: "Status page", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const maintenance of maintenances) {
    const { id, title, scheduledFor, scheduledUntil, cancelledAt, sequence, updates } = maintenance;
    calendar.createEvent({
      id: `maintenance-${id}@${host}`,
      sequence,
      start: new Date(scheduledFor),
      end: new Date(scheduledUntil),
      stamp: new Date(changedAt(maintenance)),
      lastModified: new Date(changedAt(maintenance)),
      transparency: ICalEventTransparency.TRANSPARENT, // whoever subscribes is not busy meanwhile
      summary: title,
      description: updates[0]?.body ?? "",
      url: `${url}/incidents/${id}`,
      status: cancelledAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    });
  }
  return `${calendar.toString()}\r\n`;
}
