import type { ComponentStatus } from "./component";

const DAY = 86_400_000;
const PARTIAL_WEIGHT = 0.3;

/** A state that a component was set to, in the order of time. */
export type StateChange = { status: ComponentStatus; at: number };

/** How long a component did not work as it should, in seconds. Degraded performance is no outage. */
export type Outage = { degraded: number; partial: number; major: number };

/** One day of a component's strip; no outage where nothing is known of it yet. */
export type UptimeDay = { day: string; outage: Outage | undefined };

const KINDS: Partial<Record<ComponentStatus, keyof Outage>> = {
  degraded_performance: "degraded",
  partial_outage: "partial",
  major_outage: "major",
};

/** How long within a span of time each kind of outage lasted. */
export function outageIn(states: StateChange[], from: number, until: number): Outage {
  const outage = { degraded: 0, partial: 0, major: 0 };
  states.forEach(({ status, at }, i) => {
    const kind = KINDS[status];
    if (!kind || at >= until) return;
    const end = Math.min(states[i + 1]?.at ?? until, until);
    outage[kind] += Math.max(0, end - Math.max(at, from)) / 1000;
  });
  return outage;
}

type Span = {
  /** A midnight in UTC. */
  from: number;
  until: number;
  /** How many days. */
  count: number;
};

function daysOf(states: StateChange[], startDate: string | null, { from, until, count }: Span) {
  return Array.from({ length: count }, (_, i): UptimeDay => {
    const start = from + i * DAY;
    const day = dayAt(start);
    const isKnown = startDate !== null && day >= startDate;
    return {
      day,
      outage: isKnown ? outageIn(states, start, Math.min(start + DAY, until)) : undefined,
    };
  });
}

const dayNames = new Map<number, string>();

/** The name of the day that begins at a midnight in UTC; there are few, and each is asked for of every component. */
function dayAt(midnight: number): string {
  const name = dayNames.get(midnight) ?? new Date(midnight).toISOString().slice(0, 10);
  dayNames.set(midnight, name);
  return name;
}

const lastDays = (now: number, count: number): Span => ({
  from: (Math.floor(now / DAY) - count + 1) * DAY,
  until: now,
  count,
});

/** The last days in UTC, the oldest first, today up to now. */
export const uptimeDays = (
  states: StateChange[],
  { startDate, now, count }: { startDate: string | null; now: number; count: number },
): UptimeDay[] => daysOf(states, startDate, lastDays(now, count));

/**
 * Uptime in per cent with two decimals, never rounded up: a partial outage counts 0.3, a major one whole,
 * degraded performance and maintenance not at all. Statuspage's formula, as found on 36 components of 7 pages.
 * `undefined` where no time is known.
 */
export function uptimePercent(
  { partial, major }: Pick<Outage, "partial" | "major">,
  seconds: number,
): number | undefined {
  if (seconds <= 0) return undefined;
  const down = Math.min(1, (PARTIAL_WEIGHT * partial + major) / seconds);
  return Math.floor((100 - 100 * down) * 100 + 1e-7) / 100;
}

export type UptimeLevel = "unknown" | "well" | "degraded" | "partial" | "major";

/** The worst of a day. */
export function levelOf({ outage }: UptimeDay): UptimeLevel {
  if (!outage) return "unknown";
  if (outage.major > 0) return "major";
  if (outage.partial > 0) return "partial";
  return outage.degraded > 0 ? "degraded" : "well";
}

export type Uptime = {
  /** `undefined` where nothing is known. */
  percent: number | undefined;
  /** The oldest first. */
  days: UptimeDay[];
};

type Followed = { states: StateChange[]; startDate: string | null };

type Found = { now: number; count: number; uptime: Uptime };
const found = new WeakMap<Followed, Found>();

/** A component's uptime over the last days in UTC, today up to now. Several pages ask for the same. */
export function uptimeOver(component: Followed, now: number, count: number): Uptime {
  const known = found.get(component);
  if (known?.now === now && known.count === count) return known.uptime;
  const uptime = uptimeIn(component, lastDays(now, count));
  found.set(component, { now, count, uptime });
  return uptime;
}

/** A component's uptime in a month in UTC, `2026-05`, up to now. */
export function uptimeOfMonth(component: Followed, month: string, now: number): Uptime {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const from = Date.UTC(year, number - 1);
  const until = Math.max(from, Math.min(Date.UTC(year, number), now));
  return uptimeIn(component, { from, until, count: Math.ceil((until - from) / DAY) });
}

function uptimeIn({ states, startDate }: Followed, span: Span): Uptime {
  const days = daysOf(states, startDate, span);
  const unknown = days.filter(({ outage }) => outage === undefined).length;
  const from = span.from + unknown * DAY;
  const isKnown = unknown < days.length;
  return {
    days,
    percent: isKnown
      ? uptimePercent(outageIn(states, from, span.until), (span.until - from) / 1000)
      : undefined,
  };
}

/** The months in UTC about which something is known of any component, the newest first, at most so many. */
export function knownMonths(
  components: { startDate: string | null }[],
  now: number,
  atMost: number,
): string[] {
  const first = components
    .flatMap(({ startDate }) => (startDate === null ? [] : [startDate.slice(0, 7)]))
    .toSorted()[0];
  const today = new Date(now);
  const months = Array.from({ length: atMost }, (_, ago) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - ago)).toISOString().slice(0, 7),
  );
  return months.filter((month) => first !== undefined && month >= first);
}
