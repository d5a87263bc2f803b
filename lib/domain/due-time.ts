const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST = 7 * DAY;

const CLOCK = /^(\d{1,2}):(\d{2})(?: ?(?:UTC|Z))?$/i;
const LENGTH = /^(\d{1,5}) ?(m|min|minutes?|h|hours?)?$/i;

/**
 * When a writer means by `14:45`, by `14:45 UTC`, or by a length of time from now such as `20`,
 * `20 min` or `2 h`. A time of day is the next one within half a day; `undefined` for anything else.
 */
export function dueTimeOf(text: string, now: number): number | undefined {
  const [, hour, minute] = CLOCK.exec(text.trim()) ?? [];
  if (hour !== undefined) return nextTime(Number(hour), Number(minute), now);
  const [, amount, unit = "m"] = LENGTH.exec(text.trim()) ?? [];
  const length = Number(amount) * (/^h/i.test(unit) ? HOUR : MINUTE);
  return length > 0 && length <= LONGEST ? now + length : undefined;
}

/** The next such time of day in UTC, if it comes within half a day. */
export function nextTime(hour: number, minute: number, now: number): number | undefined {
  if (hour > 23 || minute > 59) return undefined;
  const today = Math.floor(now / DAY) * DAY + hour * HOUR + minute * MINUTE;
  const next = today > now ? today : today + DAY;
  return next - now <= DAY / 2 ? next : undefined;
}
