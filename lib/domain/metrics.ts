import type { Severity } from "./incident";
import type { Milestone } from "./milestones";
import { minutesBetween } from "./time";

/** Which two milestones each metric lies between. */
export const METRICS = {
  time_to_detect: { from: "started", to: "detected" },
  time_to_declare: { from: "detected", to: "declared" },
  time_to_mitigate: { from: "detected", to: "mitigated" },
  time_to_resolve: { from: "detected", to: "resolved" },
  duration: { from: "declared", to: "resolved" },
} as const satisfies Record<string, { from: Milestone; to: Milestone }>;
export type MetricName = keyof typeof METRICS;

export const METRIC_NAMES: Record<MetricName, string> = {
  time_to_detect: "Time to detect",
  time_to_declare: "Time to declare",
  time_to_mitigate: "Time to mitigate",
  time_to_resolve: "Time to resolve",
  duration: "Duration",
};

export type TargetedMetricName = Exclude<MetricName, "duration">;
export const TARGETED_METRICS: readonly TargetedMetricName[] = [
  "time_to_detect",
  "time_to_declare",
  "time_to_mitigate",
  "time_to_resolve",
];

/** The most minutes that each metric may take. */
export const TARGETS: Record<Severity, Record<TargetedMetricName, number>> = {
  SEV1: { time_to_detect: 10, time_to_declare: 10, time_to_mitigate: 60, time_to_resolve: 120 },
  SEV2: { time_to_detect: 30, time_to_declare: 30, time_to_mitigate: 120, time_to_resolve: 480 },
  SEV3: { time_to_detect: 60, time_to_declare: 60, time_to_mitigate: 240, time_to_resolve: 1440 },
  SEV4: { time_to_detect: 120, time_to_declare: 120, time_to_mitigate: 480, time_to_resolve: 2880 },
};

export type TargetedMetric = { minutes: number; target: number; met: boolean };
export type Metrics = Record<TargetedMetricName, TargetedMetric | null> & {
  duration: { minutes: number } | null;
};
type Times = Record<Milestone, { at: number } | null>;

/** The metrics against the targets of a severity; `null` without both ends, or in an order that cannot be. */
export function metricsOf(times: Times, severity: Severity): Metrics {
  const targeted = (name: TargetedMetricName) => {
    const minutes = minutesOf(times, name);
    const target = TARGETS[severity][name];
    return minutes === null ? null : { minutes, target, met: minutes <= target };
  };
  const duration = minutesOf(times, "duration");
  return {
    time_to_detect: targeted("time_to_detect"),
    time_to_declare: targeted("time_to_declare"),
    time_to_mitigate: targeted("time_to_mitigate"),
    time_to_resolve: targeted("time_to_resolve"),
    duration: duration === null ? null : { minutes: duration },
  };
}

function minutesOf(times: Times, name: MetricName): number | null {
  const [from, to] = [times[METRICS[name].from], times[METRICS[name].to]];
  return from && to && from.at <= to.at ? minutesBetween(from.at, to.at) : null;
}

export const POSTMORTEM_WITHIN = 72 * 60 * 60_000;

/** By when a postmortem is published on time, given the resolution: both in UTC milliseconds. */
export function postmortemDueAt(resolvedAt: number): number {
  return resolvedAt + POSTMORTEM_WITHIN;
}
