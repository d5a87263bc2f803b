import type { IncidentRecord, RecordEvent } from "./record";
import { parseTime } from "./time";

/** An event at its UTC milliseconds; `index` is its place in the record's array. */
export type OrderedEvent = { index: number; at: number; event: RecordEvent };

/** The events in the order of time; equal times keep the record's order. */
export function orderedEvents({ events }: IncidentRecord): OrderedEvent[] {
  return (events ?? [])
    .flatMap((event, index) => {
      const at = parseTime(event.timestamp);
      return at === undefined ? [] : [{ index, at, event }];
    })
    .toSorted((a, b) => a.at - b.at);
}

const DECISIONS: readonly string[] = ["declaration", "escalation", "mitigation", "resolution"];

/** True when someone decided something there. */
export function isDecision({ event }: OrderedEvent): boolean {
  return DECISIONS.includes(event.type ?? "");
}

/** Indexes into the ordered events at which someone decided something. */
export function decisionPointsOf(ordered: OrderedEvent[]): number[] {
  return ordered.flatMap((entry, index) => (isDecision(entry) ? [index] : []));
}
