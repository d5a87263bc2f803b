import type { OrderedEvent } from "./events";
import { minutesBetween } from "./time";

const LEAST = 15 * 60_000;

/** A silence between two neighbouring events, in UTC milliseconds. */
export type Gap = { start: number; end: number; minutes: number };

/** The silences of at least 15 minutes. */
export function gapsOf(ordered: OrderedEvent[]): Gap[] {
  return ordered.flatMap(({ at: start }, index) => {
    const end = ordered[index + 1]?.at ?? start;
    return end - start >= LEAST ? [{ start, end, minutes: minutesBetween(start, end) }] : [];
  });
}
