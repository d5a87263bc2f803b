import type { RecordImpact, RecordSignals } from "./record";

/** One dimension's score from 0 to 1 with three decimals, and the facts that it counts. */
export type Rating = { score: number; reason: string };

/**
 * To three decimals. The number itself is rounded, not its shortest text: 0.83 × 0.15 lies just below
 * 0.1245 and gives 0.124.
 */
export function toThousandths(value: number): number {
  return Number(value.toFixed(3));
}

type Steps = readonly (readonly [atLeast: number, score: number])[];
const step = (value: number, steps: Steps, otherwise = 0) =>
  steps.find(([atLeast]) => value >= atLeast)?.[1] ?? otherwise;

const REVENUE = new Map([
  ["critical", 1],
  ["high", 0.8],
  ["medium", 0.5],
  ["low", 0.2],
]);
const DEGRADATION = new Map([
  ["complete", 1],
  ["major", 0.75],
  ["partial", 0.5],
  ["minor", 0.25],
]);
const USERS: Steps = [
  [75, 1],
  [50, 0.85],
  [25, 0.65],
  [10, 0.45],
  [1, 0.25],
];
const DEPENDENTS: Steps = [
  [5, 1],
  [3, 0.75],
  [1, 0.5],
];
const ENDPOINTS: Steps = [
  [5, 0.15],
  [2, 0.08],
];
const REGIONS: Steps = [
  [3, 0.9],
  [2, 0.6],
  [1, 0.3],
];
const ERROR_RATE: Steps = [
  [50, 1],
  [25, 0.8],
  [10, 0.6],
  [5, 0.4],
  [1, 0.2],
];
const LATENCY: Steps = [
  [10_000, 1],
  [5000, 0.8],
  [2000, 0.6],
  [1000, 0.4],
  [500, 0.2],
];
const ALERTS: Steps = [
  [20, 0.15],
  [10, 0.08],
];

/** How bad the degradation is, as one of the words that count; anything else is `none`. */
export function degradationOf(impact: RecordImpact): string {
  return known(DEGRADATION, impact.degradation_type);
}

export function revenueImpact(impact: RecordImpact): Rating {
  const word = known(REVENUE, impact.revenue_impact);
  const base = REVENUE.get(word) ?? 0;
  const weighs = base >= 0.5;
  const customerFacing = weighs && impact.customer_facing === true;
  const stuck = weighs && impact.workaround_available === false;
  return rated(base + (customerFacing ? 0.1 : 0) + (stuck ? 0.1 : 0), [
    `Revenue impact is ${word}`,
    customerFacing && "customer-facing",
    stuck && "without a workaround",
  ]);
}

export function userImpactScope(impact: RecordImpact, signals: RecordSignals): Rating {
  const users = impact.affected_users_percentage ?? 0;
  const reports = signals.customer_reports ?? 0;
  const degradation = degradationOf(impact);
  const fromReports = reports > 20 ? 0.15 : reports > 5 ? 0.08 : 0;
  return rated(step(users, USERS, 0.1) + fromReports + 0.15 * (DEGRADATION.get(degradation) ?? 0), [
    `${users}% of users affected`,
    count(reports, "customer report"),
    `${degradation === "none" ? "no" : degradation} degradation`,
  ]);
}

export function dataSecurityRisk(impact: RecordImpact): Rating {
  const breach = impact.security_breach === true;
  const integrity = impact.data_integrity_risk === true;
  const exposed = integrity && impact.customer_facing === true;
  if (!breach && !integrity) return rated(0, ["No risk to data or security"]);
  return rated((breach ? 1 : 0.8) + (exposed ? 0.1 : 0), [
    breach ? "Security breach" : "Risk to data integrity",
    breach && integrity && "risk to data integrity",
    exposed && "customer-facing",
  ]);
}

export function serviceCriticality(signals: RecordSignals): Rating {
  const dependents = signals.dependent_services?.length ?? 0;
  const endpoints = signals.affected_endpoints?.length ?? 0;
  return rated(step(dependents, DEPENDENTS, 0.2) + step(endpoints, ENDPOINTS), [
    count(dependents, "dependent service"),
    count(endpoints, "affected endpoint"),
  ]);
}

export function blastRadius(impact: RecordImpact, signals: RecordSignals): Rating {
  const regions = impact.affected_regions?.length ?? 0;
  const errorRate = signals.error_rate_percentage ?? 0;
  const latency = signals.latency_p99_ms ?? 0;
  const alerts = signals.alert_count ?? 0;
  const widest = Math.max(
    step(regions, REGIONS),
    step(errorRate, ERROR_RATE),
    step(latency, LATENCY),
  );
  return rated(widest + step(alerts, ALERTS), [
    count(regions, "affected region"),
    `error rate ${errorRate}%`,
    `p99 latency ${latency} ms`,
    count(alerts, "alert"),
  ]);
}

function known(words: Map<string, number>, word: string | null | undefined): string {
  const lower = word?.trim().toLowerCase() ?? "";
  return words.has(lower) ? lower : "none";
}

function rated(value: number, facts: (string | false)[]): Rating {
  const score = toThousandths(Math.min(value, 1));
  const sentence = facts.filter(Boolean).join(", ");
  const reason = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}: ${score.toFixed(3)}`;
  return { score, reason };
}

function count(number: number, noun: string): string {
  return `${number === 0 ? "no" : number} ${noun}${number === 1 ? "" : "s"}`;
}
