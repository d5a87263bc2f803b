import { columnOf } from "../board";
import { isCalendarDay } from "../time";

/** How an action item ended, or how it stands. */
export const OUTCOMES = [
  "in-time",
  "late",
  "undated",
  "day-unknown",
  "overdue",
  "open",
  "dropped",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_NAMES: Record<Outcome, string> = {
  "in-time": "Done in time",
  late: "Done late",
  undated: "Done, without a deadline",
  "day-unknown": "Done, day unknown",
  overdue: "Overdue",
  open: "Open",
  dropped: "Won’t do",
};

export const isOutcome = (word: string): word is Outcome => OUTCOMES.some((each) => each === word);

type Item = { status: string | null; deadline: string | null; closedAt: number | null };

/**
 * Exactly one for every item. `dayOf` tells the calendar day of a moment where the item's team works. A
 * record that has an item done does not say on which day.
 */
export function outcomeOf(item: Item, dayOf: (at: number) => string, now: number): Outcome {
  const { status, deadline, closedAt } = item;
  const column = columnOf(status);
  const due = deadline !== null && isCalendarDay(deadline) ? deadline : undefined;
  if (column === "wont_do") return "dropped";
  if (column !== "done") return due !== undefined && due < dayOf(now) ? "overdue" : "open";
  if (closedAt === null) return "day-unknown";
  if (due === undefined) return "undated";
  return dayOf(closedAt) <= due ? "in-time" : "late";
}
