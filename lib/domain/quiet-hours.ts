import { rings, type Happening } from "./happenings";
import type { Severity } from "./incident";
import { momentOf, wallTime } from "./zone-time";

/** When a person wants no mail, as the clock on their wall shows it; `until` may be the next morning. */
export type QuietHours = { from: string; until: string; zone: string };

const MINUTE = 60_000;
const DAY = 1440;

/** A time of the day, `07:30`. */
export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The moment at which quiet hours that run now end; `undefined` where none do. */
export function quietUntil({ from, until, zone }: QuietHours, now: number): number | undefined {
  const start = minutesOf(from);
  const end = minutesOf(until);
  const isQuiet = (minute: number) =>
    start <= end ? start <= minute && minute < end : minute >= start || minute < end;

  const wall = wallTime(zone, now);
  const minute = minutesOf(wall.slice(11));
  if (!isQuiet(minute)) return undefined;
  const day = minute < end ? wall.slice(0, 10) : nextDay(wall.slice(0, 10));
  const moment = momentOf(zone, `${day}T${until}`);
  if ("at" in moment && moment.at > now) return moment.at;
  return Math.floor(now / MINUTE) * MINUTE + ((end - minute + DAY) % DAY) * MINUTE;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const nextDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY * MINUTE).toISOString().slice(0, 10);

/** What is told in quiet hours too: a call to come, and a SEV1 to whoever did not say otherwise. An exercise waits. */
export function wakes(
  happening: Happening,
  subject: { severity: Severity | null; isDrill: boolean; sev1BreaksThrough: boolean },
): boolean {
  if (rings(happening)) return true;
  return subject.severity === "SEV1" && !subject.isDrill && subject.sev1BreaksThrough;
}
