export type Span = { start: number; end: number };

const EARLIER_AT_MOST = 1;

/**
 * The time that the drawing covers: from the first event to the last end. Earlier deployments stretch
 * it, up to once its length.
 */
export function drawnSpan(events: number[], ends: number[], deployments: number[]): Span {
  const start = Math.min(...events, ...ends);
  const end = Math.max(...events, ...ends);
  const earliest = start - (end - start) * EARLIER_AT_MOST;
  const near = deployments.filter((at) => at >= earliest && at < start);
  return { start: Math.min(start, ...near), end };
}

/** A moment's place within the span in percent, with two decimals; outside of it, its nearer end. */
export function placeOf(at: number, { start, end }: Span): number {
  if (end <= start) return 0;
  const share = (at - start) / (end - start);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}

/** Spans of which each begins where the one before ended, drawn as one. */
export function joinedSpans(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last?.end === start) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

/** Round moments to write below the drawing, about five of them. */
export function ticksOf({ start, end }: Span): number[] {
  const wanted = (end - start) / 5;
  const step = STEPS.find((each) => each >= wanted) ?? Math.ceil(wanted / DAY) * DAY;
  const first = Math.ceil(start / step) * step;
  const ticks: number[] = [];
  for (let at = first; at <= end; at += step) ticks.push(at);
  return ticks;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  DAY,
];
