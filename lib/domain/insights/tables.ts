import { SEVERITIES } from "../incident";
import { TARGETS } from "../metrics";
import type { ServiceHarm } from "./harm";
import { OUTCOME_NAMES, OUTCOMES, type Outcome } from "./outcomes";
import { totalOf, type Span } from "./spans";
import { MEASURES, TIMES, timeTitle, type TimeName, type TimeNumbers } from "./times";

/** The tables that there are as files, as their addresses name them. */
export const INSIGHT_TABLES = [
  "incidents",
  "times",
  "promises",
  "categories",
  "causes",
  "services",
  "actions",
] as const;
export type InsightTable = (typeof INSIGHT_TABLES)[number];

type Ended = { kept: number; missed: number; open: number };

export type TableSource = {
  spans: Span[];
  times: Record<TimeName, TimeNumbers>;
  promises: { updates: Ended; reports: Ended };
  categories: { category: string; incidents: number; factors: number }[];
  recurring: { factor: string; category: string; incidents: number }[];
  services: ServiceHarm[];
  actions: Record<Outcome, number>;
};

type Row = (string | number | null)[];

/** The rows of a table as a file has them, its heads first; minutes are numbers. */
export function tableRows(table: InsightTable, source: TableSource): Row[] {
  return ROWS[table](source);
}

const ROWS: Record<InsightTable, (source: TableSource) => Row[]> = {
  incidents: ({ spans }) => [
    ["from", "to", ...SEVERITIES, "total"],
    ...spans.map((span) => [
      span.from,
      span.to,
      ...SEVERITIES.map((severity) => span.counts[severity]),
      totalOf(span),
    ]),
  ],
  times: ({ times }) => [
    ["time", "severity", "n", "median_minutes", "p90_minutes", "target_minutes", "within_target"],
    ...TIMES.flatMap((time) => [
      [timeTitle(time), "all", ...spread(times[time].all), null, times[time].all.met],
      ...SEVERITIES.map((severity) => [
        timeTitle(time),
        severity,
        ...spread(times[time].bySeverity[severity]),
        TARGETS[severity][MEASURES[time].metric],
        times[time].bySeverity[severity].met,
      ]),
    ]),
  ],
  promises: ({ promises: { updates, reports } }) => [
    ["promise", "kept", "missed", "open"],
    ["next update", updates.kept, updates.missed, updates.open],
    ["report", reports.kept, reports.missed, reports.open],
  ],
  categories: ({ categories }) => [
    ["category", "incidents", "factors"],
    ...categories.map(({ category, incidents, factors }) => [category, incidents, factors]),
  ],
  causes: ({ recurring }) => [
    ["factor", "category", "incidents"],
    ...recurring.map(({ factor, category, incidents }) => [factor, category, incidents]),
  ],
  services: ({ services }) => [
    ["service", "incidents", "without_duration", "minutes", "weighted_minutes"],
    ...services.map((each) => [
      each.service,
      each.incidents,
      each.untimed,
      each.minutes,
      each.weighted,
    ]),
  ],
  actions: ({ actions }) => [
    ["outcome", "items"],
    ...OUTCOMES.map((outcome) => [OUTCOME_NAMES[outcome], actions[outcome]]),
  ],
};

const spread = ({ n, median, p90 }: TimeNumbers["all"]): Row => [n, median, p90];
