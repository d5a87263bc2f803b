import { isClosed } from "./closing";
import type { DueState } from "./deadline";
import { isSnoozed } from "./snooze";
import {
  addDays,
  dayIn,
  isWorkingDay,
  WEEKDAYS,
  weekdayOf,
  type WorkCalendar,
} from "./working-days";

/** Reminders leave at this hour, where whoever gets them works. */
export const DIGEST_HOUR = 8;

const hours = new Map<string, Intl.DateTimeFormat>();

function hourIn(zone: string, at: number): number {
  const format =
    hours.get(zone) ??
    new Intl.DateTimeFormat("en", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });
  hours.set(zone, format);
  return Number(format.format(at));
}

/** Has the hour of the reminders come, on this day or a later one? */
function hasCome(zone: string, day: string, at: number): boolean {
  const today = dayIn(zone, at);
  return today > day || (today === day && hourIn(zone, at) >= DIGEST_HOUR);
}

/** Has the hour come on this day between two moments, or at any time before where there is no first one? */
const cameBetween = (zone: string, day: string, after: number | undefined, now: number) =>
  hasCome(zone, day, now) && (after === undefined || !hasCome(zone, day, after));

const QUARTER = 900_000;

/** Zones differ by quarters of an hour, so nothing becomes due within one. */
export function canBeDue(after: number | undefined, now: number): boolean {
  return after === undefined || Math.floor(after / QUARTER) !== Math.floor(now / QUARTER);
}

/** The working day whose daily reminder became due between two moments, if there is one. */
export function dailyDue(
  { zone, workingDays }: WorkCalendar,
  after: number | undefined,
  now: number,
): string | undefined {
  const today = dayIn(zone, now);
  const isDue = isWorkingDay(today, workingDays) && cameBetween(zone, today, after, now);
  return isDue ? today : undefined;
}

/** The first working day of the week (from Monday on) whose weekly reminder became due between two moments. */
export function weeklyDue(
  { zone, workingDays }: WorkCalendar,
  after: number | undefined,
  now: number,
): string | undefined {
  const today = dayIn(zone, now);
  const first = WEEKDAYS.find((weekday) => workingDays.includes(weekday)) ?? 1;
  const start = addDays(today, first - weekdayOf(today));
  return cameBetween(zone, start, after, now) ? start : undefined;
}

/** Names a message for good, so that nobody gets it twice. */
export const digestKey = (reader: string, day: string) => `digest/${reader}/${day}`;
export const weekKey = (teamId: number, day: string) => `week/${teamId}/${day}`;

export type Reminded = {
  status: string | null;
  owner: string | null;
  state: DueState | undefined;
  isCheckDue: boolean;
  snoozedUntil: string | null;
  /** The day it is where its team works. */
  today: string;
};

/** What a reminder tells of, the most urgent first. */
export type Digest<Item> = {
  overdue: Item[];
  atRisk: Item[];
  checksDue: Item[];
  /** Of the teams that the reader leads. */
  unowned: Item[];
};

/** Sorts out what somebody is reminded of: their own items, and those of their teams that nobody owns. */
export function digestOf<Item extends Reminded>(own: Item[], led: Item[]): Digest<Item> {
  const awake = own.filter((item) => !isSnoozed(item, item.today));
  return {
    overdue: awake.filter(({ state }) => state === "overdue"),
    atRisk: awake.filter(({ state }) => state === "at_risk"),
    checksDue: awake.filter(({ isCheckDue }) => isCheckDue),
    unowned: led.filter((item) => isUnowned(item) && !isSnoozed(item, item.today)),
  };
}

const isUnowned = ({ status, owner }: Reminded) => !isClosed(status) && !owner?.trim();

export const isEmpty = ({ overdue, atRisk, checksDue, unowned }: Digest<unknown>) =>
  overdue.length + atRisk.length + checksDue.length + unowned.length === 0;

/** What a reminder holds, in a few words: "2 overdue, 1 at risk". */
export function digestInWords({ overdue, atRisk, checksDue, unowned }: Digest<unknown>): string {
  const counts = [
    [overdue.length, "overdue"],
    [atRisk.length, "at risk"],
    [checksDue.length, checksDue.length === 1 ? "check due" : "checks due"],
    [unowned.length, "without an owner"],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(", ");
}
