import { EARLIEST, LATEST, parseTime, toUtc } from "./time";
import { zoneParts } from "./zone-parts";

const DAY = 86_400_000;

/** A moment as a clock on a wall in a zone shows it, `2026-10-25T02:30`. */
export function wallTime(zone: string, at: number): string {
  const { year, month, day, hour, minute } = zoneParts(zone, at);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

export type WallMoment = { at: number } | { problem: string };

/**
 * The moment that somebody means by a wall clock's time in a zone. A time that the clocks leave out in
 * spring or show twice in autumn is a problem, for it means none or two.
 */
export function momentOf(zone: string, text: string): WallMoment {
  const wall = parseTime(text);
  if (wall === undefined || !/^[^Zz+]*$/.test(text) || wall < EARLIEST || wall >= LATEST) {
    return { problem: "Write a day and a time such as 2026-05-01T22:00." };
  }
  const minute = Math.floor(wall / 60_000) * 60_000;
  const shown = toUtc(minute).slice(0, 16);
  const offsets = new Set([-DAY, 0, DAY].map((away) => offsetAt(zone, minute + away)));
  const moments = [...offsets]
    .map((offset) => minute - offset)
    .filter((at) => wallTime(zone, at) === shown);
  const [at, second] = moments.toSorted((a, b) => a - b);
  if (at === undefined) {
    return {
      problem: `The clocks leave this time out on that day in ${zone}. Choose another, or write it in UTC.`,
    };
  }
  return second === undefined
    ? { at }
    : { problem: `This time comes twice on that day in ${zone}. Write it in UTC.` };
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  return (parseTime(wallTime(zone, at)) ?? at) - Math.floor(at / 60_000) * 60_000;
}
