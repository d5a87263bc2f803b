import { FACTOR_CATEGORIES, type FactorCategory } from "../coverage";
import { isOutcome, OUTCOME_NAMES, type Outcome } from "./outcomes";
import { TIMES, timeTitle, type TimeName } from "./times";

export const PROMISE_SETS = ["promises-kept", "promises-missed", "promises-open"] as const;
export type PromiseSet = (typeof PROMISE_SETS)[number];

/** What stands behind a number, as its address names it: incidents, or action items by how they ended. */
export type IncidentSet = "incidents" | TimeName | PromiseSet | "causes";
export type InsightSet = IncidentSet | Outcome;

const INCIDENT_SETS: readonly IncidentSet[] = ["incidents", ...TIMES, ...PROMISE_SETS, "causes"];

/** Which factors are meant: those of a category, or those with a name. */
export type CauseChoice = { category?: FactorCategory | undefined; cause?: string | undefined };

const PROMISE_TITLES: Record<PromiseSet, string> = {
  "promises-kept": "Promises kept",
  "promises-missed": "Promises missed",
  "promises-open": "Promises still open",
};

export const isIncidentSet = (word: string): word is IncidentSet =>
  INCIDENT_SETS.some((each) => each === word);

export const isTime = (word: string): word is TimeName => TIMES.some((each) => each === word);

export const isPromiseSet = (word: string): word is PromiseSet =>
  PROMISE_SETS.some((each) => each === word);

/** The set that an address asks for, if there is one. */
export const parseInsightSet = (word: string): InsightSet | undefined =>
  isIncidentSet(word) || isOutcome(word) ? word : undefined;

export function parseCauseChoice(params: Record<string, string | string[] | undefined>) {
  const read = (given: string | string[] | undefined) => (Array.isArray(given) ? given[0] : given);
  const category = read(params.category);
  return {
    category: FACTOR_CATEGORIES.find((each) => each === category),
    cause: read(params.cause)?.slice(0, 1000) || undefined,
  };
}

export function setTitle(set: InsightSet): string {
  if (isTime(set)) return timeTitle(set);
  if (isPromiseSet(set)) return PROMISE_TITLES[set];
  if (isOutcome(set)) return `Action items: ${OUTCOME_NAMES[set].toLowerCase()}`;
  return set === "causes" ? "Causes" : "Incidents";
}
