import { CADENCES } from "./cadence";
import type { Severity } from "./incident";
import { postmortemDueAt } from "./metrics";

const HOUR = 60 * 60_000;
export const DRAFT_WITHIN = 24 * HOUR;
/** From this long before a time on it is at risk. */
const DRAFT_AT_RISK = 6 * HOUR;
const REVIEW_AT_RISK = 24 * HOUR;

/** Times in UTC milliseconds. */
export type DatedIncident = {
  severity: Severity;
  isDrill: boolean;
  resolvedAt: number | null;
  mergedIntoId?: number | null;
};

/** When there was a draft, and when the postmortem was first published; `isDropped` where none is required. */
export type ReviewProgress = {
  draftedAt: number | null;
  publishedAt: number | null;
  isDropped: boolean;
};

export type DueState = "due" | "at_risk" | "overdue" | "in_time" | "late";
export type DueStep = "draft" | "review";
export type ReviewDate = { step: DueStep; dueAt: number; doneAt: number | null; state: DueState };

/**
 * By when the draft and the reviewed, published text are due: 24 and 72 hours after the resolution of a
 * SEV1 or SEV2. Other incidents, drills and what was merged into another have no such times.
 */
export function reviewDates(
  incident: DatedIncident,
  { draftedAt, publishedAt, isDropped }: ReviewProgress,
  now: number,
): ReviewDate[] {
  const { severity, isDrill, resolvedAt, mergedIntoId } = incident;
  const isRequired = CADENCES[severity].postmortemRequired && !isDrill && !isDropped;
  if (!isRequired || resolvedAt === null || (mergedIntoId ?? null) !== null) return [];
  const draft = { step: "draft", dueAt: resolvedAt + DRAFT_WITHIN, doneAt: draftedAt } as const;
  const review = {
    step: "review",
    dueAt: postmortemDueAt(resolvedAt),
    doneAt: publishedAt,
  } as const;
  return [
    { ...draft, state: stateOf(draft, DRAFT_AT_RISK, now) },
    { ...review, state: stateOf(review, REVIEW_AT_RISK, now) },
  ];
}

/** The next time that somebody has to keep. */
export function nextReviewDate(dates: ReviewDate[]): ReviewDate | undefined {
  return dates.find(({ doneAt }) => doneAt === null);
}

/** By when a review is asked for: as it is due, or in two days where that is near or over. At a full hour. */
export function proposedDueAt(dates: ReviewDate[], now: number): number {
  const due = dates.find(({ step }) => step === "review");
  const isAhead = due && due.doneAt === null && due.dueAt - now > DRAFT_AT_RISK;
  return isAhead ? due.dueAt : Math.ceil((now + 2 * DRAFT_WITHIN) / HOUR) * HOUR;
}

type Time = { dueAt: number; doneAt: number | null };

function stateOf({ dueAt, doneAt }: Time, atRisk: number, now: number): DueState {
  if (doneAt !== null) return doneAt <= dueAt ? "in_time" : "late";
  if (now > dueAt) return "overdue";
  return now >= dueAt - atRisk ? "at_risk" : "due";
}
