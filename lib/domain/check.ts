import { columnOf } from "./board";
import type { CheckResult } from "./action-item";
import { isCalendarDay } from "./time";

/** What an item is to be held to later: "the alert fires at 70 %". */
export type Check = {
  status: string | null;
  checkText: string | null;
  checkDue: string | null;
  checkResult: CheckResult | null;
};

export const CHECK_STATES = ["waiting", "due", "held", "failed"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export const CHECK_STATE_NAMES: Record<CheckState, string> = {
  waiting: "Check waits",
  due: "Check due",
  held: "Check held",
  failed: "Check failed",
};

/** Where an item's check stands on a day; none for an item without one, or one that was dropped unchecked. */
export function checkStateOf(check: Check, today: string): CheckState | undefined {
  if (check.checkText === null) return undefined;
  if (check.checkResult !== null) return check.checkResult;
  if (columnOf(check.status) === "wont_do") return undefined;
  const { checkDue } = check;
  return checkDue !== null && isCalendarDay(checkDue) && checkDue <= today ? "due" : "waiting";
}

/** A check by itself: what, when, and what came of it. */
export type CheckSeen = { text: string | null; due: string | null; result: CheckResult | null };

/** The check as one text, which is how an item's history keeps it. */
export function writtenCheck({ text, due }: Omit<CheckSeen, "result">): string | null {
  return text === null ? null : `${text} (${due ?? "no day"})`;
}

/** What stands there now, as a sentence. */
export function standingCheck(check: CheckSeen): string {
  const written = writtenCheck(check);
  if (written === null) return "There is no check now.";
  return `The check is “${written}” now${check.result === null ? "." : `, and it ${check.result}.`}`;
}
