/** A visit to a shared page: when it last was read before, and when in this visit. */
export type Visit = { since: number | undefined; last: number };

/** What comes within half an hour of the last reading belongs to the same visit. */
const SAME_VISIT = 30 * 60_000;

/** The cookie that remembers the last visit, for the one path of the incident. */
export const SEEN_COOKIE = "muster-share-seen";

/** A visit as the cookie holds it; `undefined` for none, or for one from the future. */
export function readVisit(cookie: string | undefined, now: number): Visit | undefined {
  const [, since, last] = /^(\d{1,15})?\.(\d{1,15})$/.exec(cookie ?? "") ?? [];
  if (last === undefined || Number(last) > now) return undefined;
  return { since: since === undefined ? undefined : Number(since), last: Number(last) };
}

export const visitCookie = ({ since, last }: Visit): string => `${since ?? ""}.${last}`;

/** True where a reading begins another visit, which is counted and moves on what counts as new. */
export const isOver = (visit: Visit, now: number): boolean => now - visit.last >= SAME_VISIT;

/** The visit that a reading belongs to. */
export function visitAt(before: Visit | undefined, now: number): Visit {
  if (!before) return { since: undefined, last: now };
  return isOver(before, now)
    ? { since: before.last, last: now }
    : { since: before.since, last: now };
}
