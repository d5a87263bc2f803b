import { SEVERITIES, type Severity } from "../incident";

export const UNITS = ["week", "month", "year"] as const;
export type Unit = (typeof UNITS)[number];

/** How many incidents of each severity were declared from one day to another, both in it. */
export type Span = { from: string; to: string; counts: Record<Severity, number> };

/** How many incidents of a severity were declared on a day, which counts from 1 January 1970. */
export type DayCount = { day: number; severity: Severity; count: number };

const DAY = 86_400_000;
const MOST_WEEKS = 160;
const MOST_MONTHS = 160;

/** 1970 began on a Thursday; weeks begin on Mondays. */
const mondayOf = (day: number) => day - ((day + 3) % 7);

/** The first days of the span that a day is in and of the one after it. */
const SPANS: Record<Unit, (day: number) => [number, number]> = {
  week: (day) => [mondayOf(day), mondayOf(day) + 7],
  month: (day) => firsts(day, (year, month) => [Date.UTC(year, month), Date.UTC(year, month + 1)]),
  year: (day) => firsts(day, (year) => [Date.UTC(year, 0), Date.UTC(year + 1, 0)]),
};

function firsts(day: number, of: (year: number, month: number) => [number, number]) {
  const date = new Date(day * DAY);
  const [first, next] = of(date.getUTCFullYear(), date.getUTCMonth());
  return [first / DAY, next / DAY] satisfies [number, number];
}

/**
 * The spans from the first day to the last, also those in which nothing was declared: weeks, or months
 * and years where weeks would be too many to be told apart.
 */
export function spansOf(counts: DayCount[], days: { from?: number; to?: number }) {
  const told = counts.map(({ day }) => day);
  const first = days.from ?? told.reduce((a, b) => Math.min(a, b), Infinity);
  const last = days.to ?? told.reduce((a, b) => Math.max(a, b), -Infinity);
  const unit = unitFor(last - first);
  if (counts.length === 0) return { unit, spans: [] };

  const spans = new Map<number, Span>();
  for (let [start, next] = SPANS[unit](first); start <= last; [start, next] = SPANS[unit](next)) {
    spans.set(start, {
      from: dayText(Math.max(start, first)),
      to: dayText(Math.min(next - 1, last)),
      counts: { SEV1: 0, SEV2: 0, SEV3: 0, SEV4: 0 },
    });
  }
  for (const { day, severity, count } of counts) {
    const span = spans.get(SPANS[unit](day)[0]);
    if (span) span.counts[severity] += count;
  }
  return { unit, spans: [...spans.values()] };
}

function unitFor(length: number): Unit {
  if (length <= MOST_WEEKS * 7) return "week";
  return length <= MOST_MONTHS * 30 ? "month" : "year";
}

/** A day counted from 1 January 1970 as `1970-01-01`, and back. */
export const dayText = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
export const dayNumber = (day: string) => Date.parse(day) / DAY;

export const totalOf = ({ counts }: Pick<Span, "counts">) =>
  SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
