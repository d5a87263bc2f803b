import type { Severity } from "./incident";
import type { RecordImpact, RecordSignals } from "./record";
import { severityOf } from "./severity";

type Change = { words: string; impact?: RecordImpact; signals?: RecordSignals };

const names = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`);

/** Single facts that responders learn late. */
const CHANGES: Change[] = [
  { words: "a security breach", impact: { security_breach: true } },
  { words: "a risk to data integrity", impact: { data_integrity_risk: true } },
  { words: "critical revenue impact", impact: { revenue_impact: "critical" } },
  { words: "low revenue impact", impact: { revenue_impact: "low" } },
  { words: "a workaround", impact: { workaround_available: true } },
  { words: "75 % of users affected", impact: { affected_users_percentage: 75 } },
  { words: "25 % of users affected", impact: { affected_users_percentage: 25 } },
  { words: "less than 1 % of users affected", impact: { affected_users_percentage: 0 } },
  { words: "complete degradation", impact: { degradation_type: "complete" } },
  { words: "no degradation", impact: { degradation_type: "none" } },
  { words: "three affected regions", impact: { affected_regions: names(3) } },
  { words: "five dependent services", signals: { dependent_services: names(5) } },
  { words: "an error rate of 50 %", signals: { error_rate_percentage: 50 } },
  { words: "an error rate below 1 %", signals: { error_rate_percentage: 0 } },
];

/** The single facts that would change the computed severity, and to what. */
export function whatIf(
  impact: RecordImpact | null = {},
  signals: RecordSignals | null = {},
): { change: string; severity: Severity }[] {
  const now = severityOf(impact, signals).severity;
  return CHANGES.flatMap(({ words, ...facts }) => {
    const { severity } = severityOf(
      { ...impact, ...facts.impact },
      { ...signals, ...facts.signals },
    );
    return severity === now ? [] : [{ change: words, severity }];
  });
}
