import { isActivity } from "./activity";
import type { OrderedEvent } from "./events";
import { minutesBetween } from "./time";

const LEAST = 15 * 60_000;

/** A silence between two neighbouring events, in UTC milliseconds. */
export type Gap = { start: number; end: number; minutes: number };

/** The silences of at least 15 minutes. What the portal tells of its own changes breaks none. */
export function gapsOf(ordered: OrderedEvent[]): Gap[] {
  const story = ordered.filter(({ event }) => !isActivity(event.type ?? null));
  return story.flatMap(({ at: start }, index) => {
    const end = story[index + 1]?.at ?? start;
    return end - start >= LEAST ? [{ start, end, minutes: minutesBetween(start, end) }] : [];
  });
}
