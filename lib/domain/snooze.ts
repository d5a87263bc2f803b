import { DomainError } from "./error";
import { isCalendarDay } from "./time";
import { addDays } from "./working-days";

/** Nobody puts reminders off for longer at once. */
export const LONGEST_SNOOZE = 180;

type Snoozed = { snoozedUntil: string | null };

/** True while reminders leave an item out: before the day until which it is snoozed. */
export function isSnoozed({ snoozedUntil }: Snoozed, today: string): boolean {
  return snoozedUntil !== null && snoozedUntil > today;
}

/** The day on which reminders come back, if it can be chosen on this one. */
export function snoozeUntil(day: string, today: string): string {
  if (!isCalendarDay(day) || day <= today) {
    throw new DomainError("Choose a day after today.", "until");
  }
  if (day > addDays(today, LONGEST_SNOOZE)) {
    throw new DomainError(`Choose a day within ${LONGEST_SNOOZE} days.`, "until");
  }
  return day;
}
