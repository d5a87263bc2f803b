import { isIncidentSet, isPromiseSet, isTime, type InsightSet } from "@/lib/domain/insights/sets";
import { ENOUGH_VALUES } from "@/lib/domain/insights/spread";
import { WEIGHTS } from "@/lib/domain/insights/harm";

const FEW = `Fewer than ${ENOUGH_VALUES}`;

/** How each part of the insights is measured, for whoever doubts it. */
export const MEASURED = {
  incidents: [
    "An incident counts on the day, in UTC, on which it was declared. Weeks begin on Monday.",
    "What turned out to be another incident counts there alone. Drills are left out unless they are asked for. A private incident counts for those who may see it.",
    "The severity is the one that it has now. A service’s incidents are those that name it, first or among others.",
  ],
  times: [
    "Time to detect: from the start (the first trigger, else the first event) to the first detection.",
    "Time to mitigate: from the detection to the last mitigation before the resolution. Time to resolve: from the detection to the resolution.",
    "Where somebody picked another event for a milestone, that one counts. An incident without both milestones, or with an order that cannot be, is not counted; n says how many are.",
    `The median is the middle value, p90 the least that at least nine in ten do not exceed. ${FEW} values are shown themselves.`,
    "Within target: at most the target of the incident’s own severity.",
  ],
  promises: [
    "A message that names a time promises the next message to the same audience by then; one of a report promises the published postmortem.",
    "Kept: it came by then. Missed: it came later, or the incident ended without it. Open: it may still come; an open promise is in no share.",
    `${FEW} promises give no share.`,
  ],
  causes: [
    "A contributing factor has the category that a person chose, else the one that its words speak for. An incident counts once in each category that it has a factor of.",
    "A cause comes back when several incidents have a factor with the same telling words, whatever their order, endings and case. It is shown in the words of the newest.",
  ],
  services: [
    "Minutes run from the declaration to the resolution; an incident that is not resolved has none yet. An incident counts in full for each service that it names.",
    `Weighted minutes: a minute of SEV1 counts ${WEIGHTS.SEV1} times, of SEV2 ${WEIGHTS.SEV2} times, of SEV3 twice, of SEV4 once.`,
  ],
  actions: [
    "All action items of these incidents, as they stand now. Days are those where the item’s team works.",
    "Done in time: done on the day of its deadline or before, of those that were done and had one. Where a record had an item done, nobody knows the day; it is counted apart.",
    `${FEW} items give no share.`,
  ],
} as const;

export type MeasuredPart = keyof typeof MEASURED;

/** The part of the insights in which a set is counted. */
export function measuredPartOf(set: InsightSet): MeasuredPart {
  if (isTime(set)) return "times";
  if (isPromiseSet(set)) return "promises";
  return isIncidentSet(set) ? (set === "causes" ? "causes" : "incidents") : "actions";
}
