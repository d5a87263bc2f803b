const ISO_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2})?)?$/;

export const EARLIEST = Date.UTC(1970, 0, 1);
export const LATEST = Date.UTC(2100, 0, 1);

/**
 * Milliseconds since 1970 of an ISO 8601 time, with a fraction where the text is finer than a
 * millisecond; `undefined` when the text is no such time. Without an offset the time is UTC. Calendar
 * rules hold: 30 February is refused, not moved to March.
 */
export function parseTime(text: string): number | undefined {
  const match = ISO_TIME.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const [, , , , , , , fraction = "", , sign, offsetHours, offsetMinutes = 0] = match;
  const [aheadHours, aheadMinutes] = [Number(offsetHours ?? 0), Number(offsetMinutes)];
  const whole = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(whole);
  const inCalendar =
    read.getUTCFullYear() === year && read.getUTCMonth() === month - 1 && read.getUTCDate() === day;
  if (!inCalendar || hour > 23 || minute > 59 || second > 59) return undefined;
  if (aheadHours > 23 || aheadMinutes > 59) return undefined;
  const offset = (sign === "-" ? -1 : 1) * (aheadHours * 60 + aheadMinutes) * 60_000;
  return whole - offset + Number(fraction.padEnd(9, "0")) / 1e6;
}

/** The time as UTC text: `2024-01-15T14:15:00Z`, with milliseconds only where there are some. */
export function toUtc(ms: number): string {
  return new Date(Math.floor(ms)).toISOString().replace(".000Z", "Z");
}

/** The time as the browser's field for whole seconds takes it, in UTC, which its label says. */
export function fieldTime(ms: number): string {
  return toUtc(Math.floor(ms / 1000) * 1000).replace("Z", "");
}

/** Minutes from one time to another, with one decimal. */
export function minutesBetween(from: number, to: number): number {
  return Math.round(((to - from) / 60_000) * 10) / 10;
}

const CALENDAR_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when the text is a day of the calendar, `2024-02-29`. */
export function isCalendarDay(text: string): boolean {
  return CALENDAR_DAY.test(text) && parseTime(`${text}T00:00Z`) !== undefined;
}
