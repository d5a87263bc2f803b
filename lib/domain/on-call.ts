import { dayIn, daysBetween } from "./working-days";

export type OnCallPlan<Person> = {
  /** In their order: the first is called first. */
  people: readonly Person[];
  zone: string;
  /** The day on which the first one's week begins; without one the order stays. */
  rotatesFrom: string | null;
  /** Who stands in for the first one, and until when. */
  cover: { person: Person; until: number } | null;
};

const WEEK = 7;
const HOUR = 3_600_000;

/** For how many hours somebody can stand in. */
export const COVER_HOURS = [4, 8, 12, 24, 72, 168] as const;
export type CoverHours = (typeof COVER_HOURS)[number];

export const coverUntil = (now: number, hours: CoverHours): number => now + hours * HOUR;

/** How many people a plan has places for. */
export const MOST_ON_CALL = 8;

/** Who is called at a moment, the first one first; weeks change at midnight in the plan's zone. */
export function onCallOrder<Person extends { id: number }>(
  plan: OnCallPlan<Person>,
  now: number,
): Person[] {
  const order = rotated(plan, now);
  const { cover } = plan;
  if (!cover || cover.until <= now) return order;
  return [cover.person, ...order.filter(({ id }) => id !== cover.person.id)];
}

function rotated<Person>({ people, zone, rotatesFrom }: OnCallPlan<Person>, now: number) {
  const days = rotatesFrom === null ? undefined : daysBetween(rotatesFrom, dayIn(zone, now));
  if (days === undefined || people.length === 0) return [...people];
  const weeks = Math.floor(days / WEEK) % people.length;
  const first = (weeks + people.length) % people.length;
  return [...people.slice(first), ...people.slice(0, first)];
}
