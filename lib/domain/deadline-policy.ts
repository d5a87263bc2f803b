import { PRIORITIES, type Priority } from "./board";
import { SEVERITIES, type Severity } from "./incident";
import { addWorkingDays, dayIn, type WorkCalendar } from "./working-days";

/** Working days from the day on which an item was made; `null` is no limit. */
export type DeadlineRule = {
  /** Until somebody is to own it. */
  assignDays: number | null;
  /** Until it is to be done. */
  finishDays: number | null;
};

export type PolicyRow = DeadlineRule & { priority: Priority; severity: Severity };

/** More working days than a year has are no deadline. */
export const MOST_DAYS = 260;

const ASSIGN: Record<Priority, number | null> = { P0: 0, P1: 1, P2: 5, P3: 10, P4: null };
const FINISH: Record<Priority, number | null> = { P0: 2, P1: 5, P2: 20, P3: 40, P4: null };

/** The rule where nobody has set another: a lesser severity leaves twice the time for P1 and P2. */
export function builtInRule(priority: Priority, severity: Severity): DeadlineRule {
  const finishDays = FINISH[priority];
  const isLesser = severity === "SEV3" || severity === "SEV4";
  const isDoubled = isLesser && (priority === "P1" || priority === "P2");
  return {
    assignDays: ASSIGN[priority],
    finishDays: finishDays !== null && isDoubled ? 2 * finishDays : finishDays,
  };
}

/** The rule for each priority and severity, in this order: the built-in one, where no row has another. */
export function policyFrom(rows: readonly PolicyRow[]): PolicyRow[] {
  return PRIORITIES.flatMap((priority) =>
    SEVERITIES.map((severity) => ({
      ...builtInRule(priority, severity),
      ...rows.find((row) => row.priority === priority && row.severity === severity),
      priority,
      severity,
    })),
  );
}

/**
 * The rule for one item. Without a priority of ours it is to have an owner as soon as a P2, and no day
 * is set on which it is to be done.
 */
export function ruleFor(
  policy: readonly PolicyRow[],
  { priority, severity }: { priority: string | null; severity: Severity },
): DeadlineRule {
  const known = PRIORITIES.find((word) => word === priority?.trim().toUpperCase());
  const row = policy.find((row) => row.priority === (known ?? "P2") && row.severity === severity);
  return {
    assignDays: row?.assignDays ?? null,
    finishDays: known === undefined ? null : (row?.finishDays ?? null),
  };
}

/** The day that is so many working days after the one on which something was made, where it was made. */
export function dayAfter(
  madeAt: number,
  days: number | null,
  { zone, workingDays }: WorkCalendar,
): string | null {
  return days === null ? null : addWorkingDays(dayIn(zone, madeAt), days, workingDays);
}

/** What decides an item's days: what it is, and from when on. */
export type Ruled = { priority: string | null; severity: Severity; createdAt: number };

/** The day on which the policy wants an item to be done. */
export function proposedDeadline(
  item: Ruled,
  policy: readonly PolicyRow[],
  calendar: WorkCalendar,
): string | null {
  return dayAfter(item.createdAt, ruleFor(policy, item).finishDays, calendar);
}
