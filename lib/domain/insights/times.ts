import type { Severity } from "../incident";
import { METRIC_NAMES, TARGETS } from "../metrics";
import { spreadOf, type Spread } from "./spread";

export const TIMES = ["detect", "mitigate", "resolve"] as const;
export type TimeName = (typeof TIMES)[number];

/** Which metric each time is, and where it is kept. */
export const MEASURES = {
  detect: { metric: "time_to_detect", column: "detectMinutes" },
  mitigate: { metric: "time_to_mitigate", column: "mitigateMinutes" },
  resolve: { metric: "time_to_resolve", column: "resolveMinutes" },
} as const satisfies Record<TimeName, { metric: keyof typeof METRIC_NAMES; column: string }>;

export const timeTitle = (time: TimeName): string => METRIC_NAMES[MEASURES[time].metric];

/** Where values lie, and how many of them are within the target of their severity. */
export type TimeSpread = Spread & { met: number };

type Value = { severity: Severity; minutes: number };

export type TimeNumbers = { all: TimeSpread; bySeverity: Record<Severity, TimeSpread> };

/** One time of many incidents, together and by severity. */
export function timeNumbers(time: TimeName, values: Value[]): TimeNumbers {
  const met = ({ severity, minutes }: Value) => minutes <= TARGETS[severity][MEASURES[time].metric];
  const of = (some: Value[]) => ({
    ...spreadOf(some.map(({ minutes }) => minutes)),
    met: some.filter(met).length,
  });
  const within = (severity: Severity) => of(values.filter((value) => value.severity === severity));
  return {
    all: of(values),
    bySeverity: {
      SEV1: within("SEV1"),
      SEV2: within("SEV2"),
      SEV3: within("SEV3"),
      SEV4: within("SEV4"),
    },
  };
}
