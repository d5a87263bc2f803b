const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Of how many hours, days and weeks that have a backup one is kept. */
export const KEPT = { hours: 24, days: 14, weeks: 8 } as const;

const SPANS = [
  { length: HOUR, most: KEPT.hours },
  { length: DAY, most: KEPT.days },
  { length: WEEK, most: KEPT.weeks },
];

/**
 * The moments whose backups stay: the newest of each of the last hours, days and weeks (UTC) that have any. Spans
 * without a backup do not count, so that a portal that stood still loses none.
 */
export function keptBackups(moments: readonly number[]): Set<number> {
  const newestFirst = moments.toSorted((a, b) => b - a);
  return new Set(
    SPANS.flatMap(({ length, most }) => {
      const newestOf = new Map<number, number>();
      for (const at of newestFirst) {
        const span = Math.floor(at / length);
        if (!newestOf.has(span)) newestOf.set(span, at);
      }
      return [...newestOf.values()].slice(0, most);
    }),
  );
}

/** Whether the next backup is due; a database that is younger than that has none yet, and needs none. */
export function isBackupDue(
  { newest, bornAt }: { newest: number | undefined; bornAt: number },
  { every, now }: { every: number; now: number },
): boolean {
  return now - (newest ?? bornAt) >= every;
}

/** A restore is tried out once a week. */
export const DRILL_EVERY = WEEK;
