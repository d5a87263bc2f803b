const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const WEEKDAYS = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const twoDigits = (n: number) => String(n).padStart(2, "0");

/** A length of time: `30 s`, `5.5 min`, `2 h 22 min`, and from two days on `3 d 4 h`. */
export function formatMinutes(minutes: number): string {
  if (minutes > 0 && minutes < 1) return `${Math.round(minutes * 60)} s`;
  if (minutes < 60) return `${Math.round(minutes * 10) / 10} min`;
  const whole = Math.round(minutes);
  if (whole < 2 * 24 * 60) return joinUnits(Math.floor(whole / 60), "h", whole % 60, "min");
  const hours = Math.round(whole / 60);
  return joinUnits(Math.floor(hours / 24), "d", hours % 24, "h");
}

function joinUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** `15 Jan 2024` in UTC. */
function calendarDay(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `14:15` in UTC. */
export function formatTime(ms: number): string {
  const date = new Date(ms);
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

/** `15 Jan, 14:15` in UTC, where the year is known. */
export function formatDayTime(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}, ${formatTime(ms)}`;
}

/** `15 Jan 2024, 14:15 UTC`. */
export function formatDateTime(ms: number): string {
  return `${calendarDay(ms)}, ${formatTime(ms)} UTC`;
}

/** `Mon 15 Jan 2024` in UTC. */
export function formatDay(ms: number): string {
  return `${WEEKDAYS[new Date(ms).getUTCDay()]} ${calendarDay(ms)}`;
}

/** A calendar day, `2024-01-22`, as `22 Jan 2024`. It has no time zone; any other text stays as it is. */
export function formatDate(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(date)} ${name} ${year}` : day;
}

/** `12 min ago` or `in 12 min` within a day, and the UTC day beyond that. */
export function formatAge(ms: number, now: number): string {
  const distance = Math.abs(now - ms);
  if (distance >= DAY) return calendarDay(ms);
  if (distance < MINUTE) return "just now";
  const length =
    distance < HOUR ? `${Math.floor(distance / MINUTE)} min` : `${Math.floor(distance / HOUR)} h`;
  return ms <= now ? `${length} ago` : `in ${length}`;
}

/** A stored word for people: `in_progress` → `In progress`. */
export function humanize(word: string): string {
  const spaced = word.replaceAll("_", " ").trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
