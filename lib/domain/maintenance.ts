import type { ComponentStatus } from "./component";
import type { MaintenanceStatus } from "./site";

const MINUTE = 60_000;

/** What decides when work begins, ends and is reminded of. Times are UTC milliseconds. */
export type PlannedWork = {
  status: MaintenanceStatus;
  scheduledFor: number;
  scheduledUntil: number;
  startsItself: boolean;
  endsItself: boolean;
  /** Minutes before it begins; none: no reminder. */
  remindBefore: number | null;
  /** When outsiders were reminded, or told so late that there was nothing to remind of. */
  remindedAt: number | null;
};

/** What the portal does by itself. */
export type Step = { does: "remind" | "start" | "end"; at: number };

/** What is due by now, each with the time for which it was planned; several where nobody looked for long. */
export function dueSteps(work: PlannedWork, now: number): Step[] {
  const { status, scheduledFor, scheduledUntil, startsItself, endsItself } = work;
  const steps: Step[] = [];
  const remindAt = reminderOf(work);
  const isToRemind = remindAt !== undefined && work.remindedAt === null && status === "scheduled";
  if (isToRemind && remindAt <= now && now < scheduledFor) {
    steps.push({ does: "remind", at: remindAt });
  }
  const starts = status === "scheduled" && startsItself && scheduledFor <= now;
  if (starts) steps.push({ does: "start", at: scheduledFor });
  const runs = starts || status === "in_progress" || status === "verifying";
  if (runs && endsItself && scheduledUntil <= now) steps.push({ does: "end", at: scheduledUntil });
  return steps;
}

function reminderOf({ scheduledFor, remindBefore }: PlannedWork): number | undefined {
  return remindBefore === null ? undefined : scheduledFor - remindBefore * MINUTE;
}

/** What to keep of the reminder once the work is announced, or announced anew: that news is one itself. */
export function remindedBy(work: PlannedWork, announcedAt: number): number | null {
  const at = reminderOf(work);
  return at !== undefined && at <= announcedAt ? announcedAt : null;
}

/** How work that a person has to start or end stands to its plan. */
export function lateness(
  { status, scheduledFor, scheduledUntil }: Omit<PlannedWork, "remindedAt">,
  now: number,
): "should have begun" | "should be over" | undefined {
  if (status === "completed") return undefined;
  if (scheduledUntil < now) return "should be over";
  return status === "scheduled" && scheduledFor < now ? "should have begun" : undefined;
}

const FOLLOWING: Record<MaintenanceStatus, readonly MaintenanceStatus[]> = {
  scheduled: ["in_progress"],
  in_progress: ["verifying", "completed"],
  verifying: ["in_progress", "completed"],
  completed: [],
};

/** The states to which a person may bring work. */
export const followingStatuses = (status: MaintenanceStatus) => FOLLOWING[status];

export const isUnderWay = ({ status }: { status: MaintenanceStatus }): boolean =>
  status === "in_progress" || status === "verifying";

/** How work is called: one that never happened is not completed. */
export const workState = (work: {
  status: MaintenanceStatus;
  cancelledAt: number | null;
}): MaintenanceStatus | "cancelled" => (work.cancelledAt === null ? work.status : "cancelled");

/** From harmless to bad. */
const GRAVITY: readonly ComponentStatus[] = [
  "operational",
  "under_maintenance",
  "degraded_performance",
  "partial_outage",
  "major_outage",
];

const worseOf = (one: ComponentStatus, other: ComponentStatus): ComponentStatus =>
  GRAVITY.indexOf(other) > GRAVITY.indexOf(one) ? other : one;

/** A component's state once work on it begins: work never hides an outage. */
export const stateDuring = worseOf;

/**
 * A state in a component's history, and who is to put it back: people who set it, this work (also for work
 * that is over already), or other work that goes on.
 */
export type HeldState = { status: ComponentStatus; by: "people" | "this work" | "other work" };

/**
 * A component's state once work on it ends: the one before all work on it, or a worse one that other work
 * under way gives it. `undefined` where somebody has set another one meanwhile, which stays.
 */
export function stateAfter(
  history: readonly HeldState[],
  otherWork: readonly ComponentStatus[],
): ComponentStatus | undefined {
  if (history.at(-1)?.by !== "this work") return undefined;
  const before = history.findLast(({ by }) => by === "people")?.status ?? "operational";
  return otherWork.reduce(worseOf, before);
}

export type Window = { scheduledFor: number; scheduledUntil: number };

/** The work that goes on at the same time. */
export const overlapping = <Other extends Window>(window: Window, others: Other[]): Other[] =>
  others.filter(
    (other) =>
      other.scheduledFor < window.scheduledUntil && window.scheduledFor < other.scheduledUntil,
  );

/** The longest window that is no mistake. */
const LONGEST = 31 * 24 * 60 * MINUTE;

/** Why a window cannot be planned: what is wrong with its end. */
export function windowProblem(
  { scheduledFor, scheduledUntil }: Window,
  now: number,
): string | undefined {
  if (scheduledUntil <= scheduledFor) return "It ends before it begins. Choose a later end.";
  if (scheduledUntil <= now) return "That is over. Choose a later end.";
  if (scheduledUntil - scheduledFor > LONGEST) {
    return "That is more than a month. Plan it in parts.";
  }
  return undefined;
}

/** The reminders that a form offers, in minutes before the beginning. */
export const REMINDERS = [15, 30, 60, 120, 720, 1440, 2880, 10_080] as const;
