import { CADENCES } from "./cadence";
import type { Severity } from "./incident";

/** Who is called one after the other until somebody acknowledges an incident. */
export const ESCALATION_LEVELS = ["on_call", "next", "team", "admins"] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

export const LEVEL_NAMES: Record<EscalationLevel, string> = {
  on_call: "whoever is on call",
  next: "the next on call",
  team: "the whole team",
  admins: "the admins",
};

/** By what somebody showed that they respond; "declaring" is that of those who would have been called. */
export const ACKNOWLEDGEMENTS = ["saying so", "a link", "a role", "a status", "declaring"] as const;
export type Acknowledgement = (typeof ACKNOWLEDGEMENTS)[number];

const MINUTE = 60_000;

/**
 * Minutes after the declaration at which the first call goes out, the second, and so on. Who does not respond
 * in time is followed by the next one; from when the severity escalates, everybody of the team and then the
 * admins hear of it.
 */
export function callMinutes(severity: Severity): readonly [number, ...number[]] {
  const { respondWithin, escalateAfter } = CADENCES[severity];
  return [0, respondWithin, escalateAfter, escalateAfter + respondWithin];
}

export type Standing = {
  /** The last level that was called or passed over, none before the first. */
  level: EscalationLevel | null;
  /** How many calls went out. */
  calls: number;
  /** When the last one did, or the escalation began. */
  calledAt: number;
  /** Somebody asked for patience until then. */
  putOffUntil: number | null;
};

/** The levels that were not called yet. */
export const levelsAfter = (level: EscalationLevel | null): readonly EscalationLevel[] =>
  ESCALATION_LEVELS.slice(level === null ? 0 : ESCALATION_LEVELS.indexOf(level) + 1);

/**
 * When the next call goes out, `undefined` where everybody was called. It is counted from the last one, so
 * whoever is called late, as after a stop of the portal, has as long to respond as anybody.
 */
export function nextCallAt(standing: Standing, severity: Severity): number | undefined {
  const { level, calls, calledAt, putOffUntil } = standing;
  if (levelsAfter(level).length === 0) return undefined;
  if (calls === 0) return Math.max(calledAt, putOffUntil ?? 0);
  const minutes = callMinutes(severity);
  const last = minutes[calls - 1];
  const next = minutes[calls];
  if (last === undefined || next === undefined) return undefined;
  return Math.max(calledAt + (next - last) * MINUTE, putOffUntil ?? 0);
}

export type Call = { level: EscalationLevel; userIds: number[] };

/**
 * The next level in which somebody is to be called who was not yet; levels without anybody take no time.
 * `undefined` where nobody is left.
 */
export function nextCall(
  after: EscalationLevel | null,
  peopleOf: (level: EscalationLevel) => number[],
  called: readonly number[],
): Call | undefined {
  for (const level of levelsAfter(after)) {
    const userIds = [...new Set(peopleOf(level))].filter((userId) => !called.includes(userId));
    if (userIds.length > 0) return { level, userIds };
  }
  return undefined;
}

/** A drill stays with those who exercise. */
export const reaches = (level: EscalationLevel, { isDrill }: { isDrill: boolean }): boolean =>
  level !== "admins" || !isDrill;

/** By when somebody has to have acknowledged it. */
export const respondBy = (startedAt: number, severity: Severity): number =>
  startedAt + CADENCES[severity].respondWithin * MINUTE;

/** For how many minutes the next call is put off, each time. */
export const PATIENCE = 15;

/** How long a link to acknowledge works, in milliseconds. */
export const CALL_LINK_LENGTH = 24 * 60 * MINUTE;

/** Where a call's link leads; the token is in the query, which no log holds. */
export const callLinkPath = (token: string) =>
  `/login/acknowledge?${new URLSearchParams({ token })}`;
