import type { ComponentStatus } from "./component";

const DAY = 86_400_000;
const PARTIAL_WEIGHT = 0.3;

/** A state that a component was set to, in the order of time. */
export type StateChange = { status: ComponentStatus; at: number };

/** How long a component was out, in seconds. */
export type Outage = { partial: number; major: number };

/** One day of a component's strip; no outage where nothing is known of it yet. */
export type UptimeDay = { day: string; outage: Outage | undefined };

/** How long within a span of time each kind of outage lasted. */
export function outageIn(states: StateChange[], from: number, until: number): Outage {
  const outage = { partial: 0, major: 0 };
  for (const [i, { status, at }] of states.entries()) {
    const end = Math.min(states[i + 1]?.at ?? until, until);
    const seconds = Math.max(0, end - Math.max(at, from)) / 1000;
    if (status === "partial_outage") outage.partial += seconds;
    if (status === "major_outage") outage.major += seconds;
  }
  return outage;
}

/** The last days in UTC, the oldest first, today up to now. */
export function uptimeDays(
  states: StateChange[],
  { startDate, now, count }: { startDate: string | null; now: number; count: number },
): UptimeDay[] {
  const today = Math.floor(now / DAY) * DAY;
  return Array.from({ length: count }, (_, i) => {
    const start = today - (count - 1 - i) * DAY;
    const day = new Date(start).toISOString().slice(0, 10);
    const isKnown = startDate !== null && day >= startDate;
    return {
      day,
      outage: isKnown ? outageIn(states, start, Math.min(start + DAY, now)) : undefined,
    };
  });
}

/**
 * Uptime in per cent with two decimals, never rounded up: a partial outage counts 0.3, a major one whole,
 * degraded performance and maintenance not at all. Statuspage's formula, as found on 36 components of 7 pages.
 * `undefined` where no time is known.
 */
export function uptimePercent({ partial, major }: Outage, seconds: number): number | undefined {
  if (seconds <= 0) return undefined;
  const down = Math.min(1, (PARTIAL_WEIGHT * partial + major) / seconds);
  return Math.floor((100 - 100 * down) * 100 + 1e-7) / 100;
}
