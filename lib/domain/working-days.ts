import { isCalendarDay, parseTime, toUtc } from "./time";
import { zoneParts } from "./zone-parts";

/** 1 is Monday, 7 is Sunday. */
export const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** A team's zone says which day it is, its weekdays which days count. */
export type WorkCalendar = { zone: string; workingDays: readonly number[] };

/** For work that belongs to no team. */
export const DEFAULT_CALENDAR: WorkCalendar = {
  zone: "UTC",
  workingDays: [1, 2, 3, 4, 5],
};

const DAY = 86_400_000;
const QUARTER = 900_000;
const MOST_KEPT = 10_000;
const knownDays = new Map<string, string>();

/** The calendar day that people in a zone have at a moment: `2026-05-01`. */
export function dayIn(zone: string, at: number): string {
  const quarter = `${zone} ${Math.floor(at / QUARTER)}`; // no day begins within a quarter of an hour
  const day = knownDays.get(quarter) ?? workOutDay(zone, at);
  if (knownDays.size >= MOST_KEPT) knownDays.clear();
  knownDays.set(quarter, day);
  return day;
}

function workOutDay(zone: string, at: number): string {
  const { year, month, day } = zoneParts(zone, at);
  return `${year}-${month}-${day}`;
}

/** Whole days from one calendar day to another, negative for the past; `undefined` if one is no day. */
export function daysBetween(from: string, to: string): number | undefined {
  if (!isCalendarDay(from) || !isCalendarDay(to)) return undefined;
  return numberOf(to) - numberOf(from);
}

export function addDays(day: string, count: number): string {
  return dayOf(numberOf(day) + count);
}

/** From 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return weekdayOfNumber(numberOf(day));
}

export function isWorkingDay(day: string, workingDays: readonly number[]): boolean {
  return weekOf(workingDays).includes(weekdayOf(day));
}

/**
 * The day that is so many working days after another one. A day without work does not count, so one
 * working day after a Saturday is the Monday; none at all is the day itself, or the next one with work.
 */
export function addWorkingDays(day: string, count: number, workingDays: readonly number[]): string {
  const week = weekOf(workingDays);
  let current = numberOf(day) + 7 * Math.floor(Math.max(count - 1, 0) / week.length);
  let left = count > 0 ? ((count - 1) % week.length) + 1 : 0;
  while (left > 0) {
    current += 1;
    if (week.includes(weekdayOfNumber(current))) left -= 1;
  }
  while (!week.includes(weekdayOfNumber(current))) current += 1;
  return dayOf(current);
}

/** The working days after one day up to and with another; none where that is no later. */
export function workingDaysUntil(from: string, to: string, workingDays: readonly number[]): number {
  const week = weekOf(workingDays);
  const days = Math.max(numberOf(to) - numberOf(from), 0);
  let count = Math.floor(days / 7) * week.length;
  for (let rest = days % 7; rest > 0; rest -= 1) {
    if (week.includes(weekdayOfNumber(numberOf(to) - rest + 1))) count += 1;
  }
  return count;
}

/** People without any working day would never be done: to them every day is one. */
function weekOf(workingDays: readonly number[]): readonly number[] {
  const week = WEEKDAYS.filter((day) => workingDays.includes(day));
  return week.length > 0 ? week : WEEKDAYS;
}

/** Days since 1 January 1970, which was a Thursday. */
function numberOf(day: string): number {
  const start = parseTime(`${day}T00:00Z`);
  if (start === undefined) throw new RangeError(`“${day}” is no day of the calendar.`);
  return start / DAY;
}

const dayOf = (number: number) => toUtc(number * DAY).slice(0, 10);

const weekdayOfNumber = (number: number) => ((((number + 3) % 7) + 7) % 7) + 1;
