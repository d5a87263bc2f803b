import type { CheckResult } from "./action-item";
import { isClosed } from "./closing";
import { checkStateOf } from "./check";
import { isCalendarDay } from "./time";

type DatedItem = {
  id: number;
  title: string;
  status: string | null;
  deadline: string | null;
  checkText: string | null;
  checkDue: string | null;
  checkResult: CheckResult | null;
};

/** A day on which something of an item is due; `name` stays the same when the day moves. */
export type CalendarDay = { name: string; item: number; day: string; summary: string };

/** The days that still matter: deadlines of work that goes on, and checks that nobody has made. */
export function calendarDaysOf(item: DatedItem): CalendarDay[] {
  const { id, title, status, deadline, checkText, checkDue } = item;
  const isWaiting = ["waiting", "due"].includes(checkStateOf(item, "9999-12-31") ?? "");
  return [
    ...(isClosed(status) ? [] : dayOf("deadline", id, deadline, `AI-${id} ${title}`)),
    ...(isWaiting ? dayOf("check", id, checkDue, `Check AI-${id}: ${checkText}`) : []),
  ];
}

function dayOf(what: string, id: number, day: string | null, summary: string): CalendarDay[] {
  return day !== null && isCalendarDay(day)
    ? [{ name: `ai-${id}-${what}`, item: id, day, summary }]
    : [];
}
