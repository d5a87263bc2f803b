import type { Severity } from "../incident";

/** How many minutes of a SEV4 one minute of each severity counts for. */
export const WEIGHTS: Record<Severity, number> = { SEV1: 8, SEV2: 4, SEV3: 2, SEV4: 1 };

/** A service's incidents of one severity. */
export type ServicePart = {
  service: string;
  severity: Severity;
  incidents: number;
  /** Those that have a duration. */
  timed: number;
  minutes: number;
};

export type ServiceHarm = {
  service: string;
  incidents: number;
  /** Those without a duration, whose minutes are not counted. */
  untimed: number;
  minutes: number;
  weighted: number;
};

/** What each service suffered, the worst first. */
export function harmOf(parts: ServicePart[]): ServiceHarm[] {
  const byService = new Map<string, ServiceHarm>();
  for (const { service, severity, incidents, timed, minutes } of parts) {
    const sum = byService.get(service);
    byService.set(service, {
      service,
      incidents: (sum?.incidents ?? 0) + incidents,
      untimed: (sum?.untimed ?? 0) + incidents - timed,
      minutes: rounded((sum?.minutes ?? 0) + minutes),
      weighted: rounded((sum?.weighted ?? 0) + minutes * WEIGHTS[severity]),
    });
  }
  return [...byService.values()].toSorted(
    (a, b) =>
      b.weighted - a.weighted || b.incidents - a.incidents || (a.service < b.service ? -1 : 1),
  );
}

const rounded = (minutes: number) => Math.round(minutes * 10) / 10;
