const DAY = 86_400_000;

type Happening = {
  startedAt: number;
  resolvedAt: number | undefined;
  updates: { at: number }[];
};

export type PublicDay<I> = { at: number; incidents: I[] };

/**
 * The last days in UTC, today first, each with every incident that was going on at some moment of it.
 * An incident carries into a day only the updates that were posted on that day.
 */
export function publicDays<I extends Happening>(
  incidents: I[],
  now: number,
  count: number,
): PublicDay<I>[] {
  const today = Math.floor(now / DAY) * DAY;
  return Array.from({ length: count }, (_, daysAgo) => {
    const at = today - daysAgo * DAY;
    const isOfDay = (time: number) => time >= at && time < at + DAY;
    return {
      at,
      incidents: incidents
        .filter(
          ({ startedAt, resolvedAt, updates }) =>
            updates.some((update) => isOfDay(update.at)) ||
            (startedAt < at + DAY && (resolvedAt ?? now) >= at),
        )
        .map((incident) => ({
          ...incident,
          updates: incident.updates.filter((update) => isOfDay(update.at)),
        })),
    };
  });
}

/** The first moment that the page's last days reach back to. */
export function firstPublicDay(now: number, count: number): number {
  return (Math.floor(now / DAY) - count + 1) * DAY;
}
