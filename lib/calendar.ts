import ical, { ICalCalendarMethod } from "ical-generator";
import type { CalendarDay } from "@/lib/domain/calendar-days";

type Entry = CalendarDay & { description: string };
type Portal = { baseUrl: string; now: number };

/** An iCalendar file of whole days, which are the same days in every zone. */
export function calendarOf(name: string, entries: Entry[], { baseUrl, now }: Portal): string {
  const { host } = new URL(baseUrl);
  const calendar = ical({
    name,
    prodId: { company: "Muster", product: "Actions" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { name: id, item, day, summary, description } of entries) {
    calendar.createEvent({
      id: `${id}@${host}`,
      start: day,
      allDay: true,
      stamp: new Date(now),
      summary,
      description,
      url: `${baseUrl}/actions/AI-${item}`,
    });
  }
  return calendar.toString();
}
