import type { Card } from "./board";
import { columnOf } from "./board";
import { isCalendarDay, minutesBetween, parseTime } from "./time";

/** Whole days from one calendar day to another, negative for the past; `undefined` if one is no day. */
export function daysBetween(from: string, to: string): number | undefined {
  if (!isCalendarDay(from) || !isCalendarDay(to)) return undefined;
  const [start, end] = [from, to].map((day) => parseTime(`${day}T00:00Z`));
  return start === undefined || end === undefined ? undefined : minutesBetween(start, end) / 1440;
}

type Due = Pick<Card, "status"> & { deadline: string | null };

/** True when the deadline has passed and nobody has finished or dropped the work. */
export function isOverdue({ status, deadline }: Due, today: string): boolean {
  const column = columnOf(status);
  if (column === "done" || column === "wont_do") return false;
  return (daysBetween(today, deadline ?? "") ?? 0) < 0;
}

/** How far a deadline is from today, as people say it: "3 days late", "due today", "in 3 days". */
export function deadlineInWords(item: Due, today: string): string | undefined {
  const days = daysBetween(today, item.deadline ?? "");
  const column = columnOf(item.status);
  if (days === undefined || column === "done" || column === "wont_do") return undefined;
  if (days === 0) return "due today";
  if (days === 1) return "due tomorrow";
  const count = days === -1 ? "1 day" : `${Math.abs(days).toLocaleString("en")} days`;
  return days < 0 ? `${count} late` : `in ${count}`;
}
