const DAY = 86_400_000;
/** A day of a calendar may be shorter or longer than 24 hours, and begins elsewhere than in UTC. */
const MARGIN = 2 * DAY;

type Happening = {
  startedAt: number;
  resolvedAt: number | null;
  updates: { at: number }[];
};

export type PastDay<I> = {
  /** `2026-05-01` */
  day: string;
  incidents: I[];
};

type Calendar = {
  now: number;
  count: number;
  /** The calendar day of a moment, as `2026-05-01`. */
  dayOf: (at: number) => string;
};

/**
 * The last days, today first, each with every incident that was going on at some moment of it.
 * An incident carries into a day only the updates that were posted on that day.
 */
export function pastDays<I extends Happening>(
  happenings: I[],
  { now, count, dayOf }: Calendar,
): PastDay<I>[] {
  const earliest = now - count * DAY - MARGIN;
  const recent = happenings
    .filter(
      ({ resolvedAt, updates }) =>
        (resolvedAt ?? now) >= earliest || updates.some(({ at }) => at >= earliest),
    )
    .map((happening) => ({
      happening,
      first: dayOf(happening.startedAt),
      last: dayOf(happening.resolvedAt ?? now),
      posted: happening.updates.map(({ at }) => dayOf(at)),
    }));
  return daysBefore(dayOf(now), count).map((day) => ({
    day,
    incidents: recent
      .filter(({ first, last, posted }) => posted.includes(day) || (first <= day && day <= last))
      .map(({ happening, posted }) => ({
        ...happening,
        updates: happening.updates.filter((_, i) => posted[i] === day),
      })),
  }));
}

function daysBefore(today: string, count: number): string[] {
  const at = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, ago) =>
    new Date(at - ago * DAY).toISOString().slice(0, 10),
  );
}
