import { PRIORITIES, type Priority } from "./board";
import { ruleFor, type PolicyRow } from "./deadline-policy";
import type { Severity } from "./incident";
import { aliasKey } from "./people";
import { addWorkingDays } from "./working-days";

/** Where days are counted, and the day from which on: of a team, or of nobody's. */
export type GuidePlace = { team?: string; madeOn: string; workingDays: readonly number[] };

/** What a form needs to say which day the policy sets while it is filled in. */
export type DeadlineGuide = {
  policy: PolicyRow[];
  /** Where days may be counted; the first one is nobody's. */
  places: GuidePlace[];
  /** The place of each owner's first team, by the owner's `aliasKey`. */
  owners: Record<string, number>;
  /** The severity of each incident by its key, and the place of its service's team. */
  incidents: Record<string, { severity: Severity; place: number }>;
  /** The place of the team that somebody gave the item. */
  ownPlace?: number;
};

export type GuidedFields = { key: string; owner: string; priority: string };

export type Proposal = {
  severity: Severity;
  /** `null` where the policy sets none. */
  day: string | null;
  days: number | null;
  team: string | undefined;
};

/** What the policy proposes for an item as a form has it; `undefined` for an incident that it does not know. */
export function proposalFor(
  { policy, places, owners, incidents, ownPlace }: DeadlineGuide,
  { key, owner, priority }: GuidedFields,
): Proposal | undefined {
  const incident = incidents[key.trim() || onlyOne(Object.keys(incidents))];
  const place = places[ownPlace ?? owners[aliasKey(owner)] ?? incident?.place ?? 0];
  if (!incident || !place) return undefined;
  const { severity } = incident;
  const { finishDays: days } = ruleFor(policy, { priority, severity });
  const day = days === null ? null : addWorkingDays(place.madeOn, days, place.workingDays);
  return { severity, day, days, team: place.team };
}

/** The incident of a form that does not ask for one. */
const onlyOne = ([first = "", ...others]: string[]) => (others.length === 0 ? first : "");

/** The day of each priority, for those that have one: what a form says before anything is chosen. */
export function proposalsFor(
  guide: DeadlineGuide,
  fields: Omit<GuidedFields, "priority">,
): { priority: Priority; day: string }[] {
  return PRIORITIES.flatMap((priority) => {
    const day = proposalFor(guide, { ...fields, priority })?.day;
    return day ? { priority, day } : [];
  });
}
