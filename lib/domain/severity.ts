import type { Severity } from "./incident";
import type { RecordImpact, RecordSignals } from "./record";
import {
  blastRadius,
  dataSecurityRisk,
  degradationOf,
  revenueImpact,
  serviceCriticality,
  toThousandths,
  userImpactScope,
} from "./severity-dimensions";

export const WEIGHTS = {
  revenue_impact: 0.25,
  user_impact_scope: 0.25,
  data_security_risk: 0.2,
  service_criticality: 0.15,
  blast_radius: 0.15,
} as const;
export type Dimension = keyof typeof WEIGHTS;

export const FLOORS = {
  security_breach: { least: 0.85, because: "A security breach" },
  customer_facing_integrity_risk: {
    least: 0.76,
    because: "A risk to data integrity that customers face",
  },
  complete_outage_for_half_of_users: {
    least: 0.8,
    because: "Complete degradation for at least half of the users",
  },
} as const;
export type Floor = keyof typeof FLOORS;

export type ComputedSeverity = {
  severity: Severity;
  score: number;
  dimensions: Record<Dimension, number>;
  /** The floors whose condition holds, whether or not they raise the score. */
  floors: Floor[];
  reasons: string[];
};

/** True where at least one fact is recorded that a severity can be computed from. */
export function isRated(impact?: RecordImpact | null, signals?: RecordSignals | null): boolean {
  return [impact, signals].some((section) =>
    Object.values(section ?? {}).some((fact) => fact !== null && fact !== undefined),
  );
}

/** The severity that the facts speak for. A fact that is missing counts as harmless. */
export function severityOf(
  impact: RecordImpact | null = {},
  signals: RecordSignals | null = {},
): ComputedSeverity {
  const facts = impact ?? {};
  const measured = signals ?? {};
  const revenue = revenueImpact(facts);
  const users = userImpactScope(facts, measured);
  const data = dataSecurityRisk(facts);
  const service = serviceCriticality(measured);
  const blast = blastRadius(facts, measured);

  const dimensions = {
    revenue_impact: revenue.score,
    user_impact_scope: users.score,
    data_security_risk: data.score,
    service_criticality: service.score,
    blast_radius: blast.score,
  };
  const floors = floorsOf(facts);
  const score = floors.reduce(
    (highest, floor) => Math.max(highest, FLOORS[floor].least),
    weightedSum(dimensions),
  );
  return {
    severity: severityAt(score),
    score,
    dimensions,
    floors,
    reasons: [
      ...[revenue, users, data, service, blast].map(({ reason }) => reason),
      ...floors.map((floor) => {
        const { because, least } = FLOORS[floor];
        return `${because} puts the score at ${least.toFixed(3)} or more`;
      }),
    ],
  };
}

/** The severity that a score from 0 to 1 stands for. */
export function severityAt(score: number): Severity {
  if (score >= 0.75) return "SEV1";
  if (score >= 0.5) return "SEV2";
  return score >= 0.25 ? "SEV3" : "SEV4";
}

function weightedSum(dimensions: Record<Dimension, number>): number {
  const weighted = (name: Dimension) => toThousandths(dimensions[name] * WEIGHTS[name]);
  return toThousandths(
    weighted("revenue_impact") +
      weighted("user_impact_scope") +
      weighted("data_security_risk") +
      weighted("service_criticality") +
      weighted("blast_radius"),
  );
}

function floorsOf(impact: RecordImpact): Floor[] {
  const exposed = impact.data_integrity_risk === true && impact.customer_facing === true;
  const halfDown =
    (impact.affected_users_percentage ?? 0) >= 50 && degradationOf(impact) === "complete";
  const holds: [Floor, boolean][] = [
    ["security_breach", impact.security_breach === true],
    ["customer_facing_integrity_risk", exposed],
    ["complete_outage_for_half_of_users", halfDown],
  ];
  return holds.flatMap(([floor, applies]) => (applies ? [floor] : []));
}
