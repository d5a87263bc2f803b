import { edited, type DeadlineOrigin, type DeadlineText } from "./action-item";
import { columnOf } from "./board";
import { isClosed } from "./closing";
import { dayAfter, ruleFor, type PolicyRow, type Ruled } from "./deadline-policy";
import { DomainError } from "./error";
import { isCalendarDay } from "./time";
import { dayIn, daysBetween, workingDaysUntil, type WorkCalendar } from "./working-days";

type Due = { status: string | null; deadline: string | null };

/** How an open item stands to its deadline, the worst first. */
export const DUE_STATES = ["overdue", "at_risk", "on_time", "no_deadline"] as const;
export type DueState = (typeof DUE_STATES)[number];

export const DUE_STATE_NAMES: Record<DueState, string> = {
  overdue: "Overdue",
  at_risk: "At risk",
  on_time: "On time",
  no_deadline: "No deadline",
};

/** With so few working days left every item is at risk. */
const CLOSE = 3;
/** With so few, one that nobody has begun, or that has no owner. */
const CLOSE_TO_BEGIN = 5;

/** True when the deadline has passed and nobody has finished or dropped the work. */
export function isOverdue({ status, deadline }: Due, today: string): boolean {
  return !isClosed(status) && (daysBetween(today, deadline ?? "") ?? 0) < 0;
}

/**
 * How an item stands to its deadline on a day of its team's; `undefined` once it is done or dropped.
 * A deadline that a record wrote in words is none.
 */
export function dueState(
  item: Due & { owner: string | null },
  today: string,
  workingDays: readonly number[],
): DueState | undefined {
  const { status, owner } = item;
  const deadline = item.deadline ?? "";
  if (isClosed(status)) return undefined;
  if (!isCalendarDay(deadline)) return "no_deadline";
  if (isOverdue(item, today)) return "overdue";
  const left = workingDaysUntil(today, deadline, workingDays);
  const isIdle = columnOf(status) === "open" || !owner?.trim();
  return left <= (isIdle ? CLOSE_TO_BEGIN : CLOSE) ? "at_risk" : "on_time";
}

type Tracked = Due & Ruled & { owner: string | null };

/** How an item stands at a moment, where its team works. */
export type Standing = {
  /** The calendar day it is there. */
  today: string;
  /** `undefined` once it is done or dropped. */
  state: DueState | undefined;
  /** The day by which the policy wants an owner, where there is none. */
  assignBy: string | null;
  /** True when the day has passed by which the policy wants an owner, and there is none. */
  isUnownedTooLong: boolean;
};

export function standingOf(
  item: Tracked,
  policy: readonly PolicyRow[],
  calendar: WorkCalendar,
  now: number,
): Standing {
  const today = dayIn(calendar.zone, now);
  const isUnowned = !isClosed(item.status) && !item.owner?.trim();
  const { assignDays } = ruleFor(policy, item);
  const assignBy = isUnowned ? dayAfter(item.createdAt, assignDays, calendar) : null;
  return {
    today,
    state: dueState(item, today, calendar.workingDays),
    assignBy,
    isUnownedTooLong: assignBy !== null && today > assignBy,
  };
}

/** How far a deadline is from today, as people say it: "3 days late", "due today", "in 3 days". */
export function deadlineInWords(item: Due, today: string): string | undefined {
  const days = daysBetween(today, item.deadline ?? "");
  if (days === undefined || isClosed(item.status)) return undefined;
  if (days === 0) return "due today";
  if (days === 1) return "due tomorrow";
  const count = days === -1 ? "1 day" : `${Math.abs(days).toLocaleString("en")} days`;
  return days < 0 ? `${count} late` : `in ${count}`;
}

/** An item's deadline, who set it, and why it is another day than the policy's. */
export type Deadline = {
  deadline: string | null;
  deadlineOrigin: DeadlineOrigin | null;
  deadlineReason: string | null;
};

export type DeadlineWish = {
  /** The day that a person asks for, `null` for none; without either, what stands there stays. */
  day?: string | null | undefined;
  reason?: string | undefined;
};

/** What a form's fields ask for; no day, where they hold the one that stood there before. */
export function deadlineWish(
  { deadline, deadlineReason: reason, noDeadline = false }: DeadlineText,
  before: string | null,
): DeadlineWish {
  if (noDeadline) return { day: null, reason };
  const day = edited(before, deadline);
  return day === before && !reason ? {} : { day, reason };
}

/**
 * The deadline that a person's wish leads to. The policy's own day needs no reason, nor does the first
 * day of an item for which the policy has none; every other day does, and so does none.
 */
export function chooseDeadline(
  before: Deadline,
  { day, reason = "" }: DeadlineWish,
  proposed: string | null,
): Deadline {
  const why = reason.trim() || null;
  if (day === undefined || (why === null && isStanding(before, day))) return before;
  if (day !== null && !isCalendarDay(day)) {
    throw new DomainError(`“${day}” is not a day such as 2026-05-01.`, "deadline");
  }
  if (day !== null && day === proposed) return byPolicy(day);
  if (why === null && (proposed !== null || before.deadline !== null)) {
    throw new DomainError(whyQuestion(proposed), "deadlineReason");
  }
  return { deadline: day, deadlineOrigin: "person", deadlineReason: why };
}

/** No day at all stands only where a person has said so. */
function isStanding({ deadline, deadlineOrigin }: Deadline, day: string | null): boolean {
  return deadline === day && (day !== null || deadlineOrigin === "person");
}

/**
 * The deadline once an item is made, or its priority or its incident's severity changed: a day that a
 * person or a record set stays.
 */
export function followPolicy(before: Deadline, proposed: string | null): Deadline {
  const isFree = before.deadline === null && before.deadlineOrigin === null;
  return isFree || before.deadlineOrigin === "policy" ? byPolicy(proposed) : before;
}

const byPolicy = (deadline: string | null): Deadline => ({
  deadline,
  deadlineOrigin: "policy",
  deadlineReason: null,
});

function whyQuestion(proposed: string | null): string {
  return proposed === null
    ? "Say why the deadline changes."
    : `The policy sets ${proposed}. Say why it is another day.`;
}
