import type { OrderedEvent } from "./events";
import { minutesBetween } from "./time";

export const PHASES = ["detection", "triage", "investigation", "mitigation", "resolution"] as const;
export type PhaseName = (typeof PHASES)[number];

/** A stretch of the incident in UTC milliseconds, with how many events it holds. */
export type Phase = {
  name: PhaseName;
  start: number;
  end: number;
  minutes: number;
  events: number;
};

const OPENED_BY = new Map<string, PhaseName>([
  ["detection", "detection"],
  ["declaration", "triage"],
  ["escalation", "triage"],
  ["investigation", "investigation"],
  ["mitigation", "mitigation"],
  ["resolution", "resolution"],
]);

/** The phase that an event of this type opens, where it is the first to do so. */
export const phaseOpenedBy = (type: string | null | undefined): PhaseName | undefined =>
  OPENED_BY.get(type ?? "");

type Opening = { name: PhaseName; start: number; events: number };

/**
 * The phases in the order in which they were first reached. A phase ends where the next one starts, and
 * the last one at the resolution, else at the last event.
 */
export function phasesOf(ordered: OrderedEvent[], resolvedAt: number | undefined): Phase[] {
  const openings: Opening[] = [];
  for (const { at, event } of ordered) {
    const name = phaseOpenedBy(event.type);
    if (name && openings.every((opening) => opening.name !== name)) {
      openings.push({ name, start: at, events: 0 });
    }
    const current = openings.at(-1);
    if (current) current.events += 1;
  }

  const lastEnd = resolvedAt ?? ordered.at(-1)?.at ?? 0;
  return openings.map(({ name, start, events }, index) => {
    const end = Math.max(start, openings[index + 1]?.start ?? lastEnd);
    return { name, start, end, minutes: minutesBetween(start, end), events };
  });
}
