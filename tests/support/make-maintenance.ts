import type { scheduleMaintenance } from "@/db/mutations/maintenances";
import { NOON } from "./make-incident";

type NewPlan = Parameters<typeof scheduleMaintenance>[1];

const HOUR = 3_600_000;

/** An hour of work, two hours after noon, that begins and ends by itself. */
export function makePlan(change: Partial<NewPlan> = {}): NewPlan {
  return {
    title: "New database",
    body: "We move to a new database.",
    scheduledFor: NOON + 2 * HOUR,
    scheduledUntil: NOON + 3 * HOUR,
    startsItself: true,
    endsItself: true,
    remindBefore: null,
    components: {},
    seenOverlaps: [],
    ...change,
  };
}
