import type { IncidentRecord, RecordDeployment } from "./record";
import { minutesBetween, parseTime } from "./time";

/** The moment from which deployments are seen. */
export type Reference = { at: number; word: "detection" | "declaration" };

export type Deployment = {
  /** Its place in `recent_deployments`. */
  index: number;
  service: string | null;
  version: string | null;
  changes: string | null;
  /** Whether its service is an affected one; `undefined` where one of the two names no service. */
  isAffected: boolean | undefined;
};
export type DatedDeployment = Deployment & { at: number; minutes: number };

/**
 * The deployments before the reference, the nearest first, and those from it on, which may be fixes. The
 * nearest is the first to suspect; whether its service is an affected one is only a hint.
 */
export function rankDeployments(record: IncidentRecord, reference: Reference) {
  const affected = servicesOf(record);
  const dated: DatedDeployment[] = [];
  const undated: Deployment[] = [];
  for (const [index, each] of (record.context?.recent_deployments ?? []).entries()) {
    const deployment = deploymentOf(each, index, affected);
    const at = parseTime(each.deployed_at ?? "");
    if (at === undefined) undated.push(deployment);
    else dated.push({ ...deployment, at, minutes: Math.abs(minutesBetween(at, reference.at)) });
  }
  return {
    before: dated.filter(({ at }) => at < reference.at).toSorted((a, b) => b.at - a.at),
    after: dated.filter(({ at }) => at >= reference.at).toSorted((a, b) => a.at - b.at),
    undated,
  };
}

function servicesOf({ incident }: IncidentRecord): Set<string> {
  const named = [incident.service, ...(incident.affected_services ?? [])];
  return new Set(named.flatMap((name) => name || []));
}

function deploymentOf(
  { service, version, changes }: RecordDeployment,
  index: number,
  affected: Set<string>,
): Deployment {
  const isAffected = affected.size === 0 || !service ? undefined : affected.has(service);
  return {
    index,
    service: service || null,
    version: version || null,
    changes: changes || null,
    isAffected,
  };
}
