import type { Severity } from "./incident";
import type { RecordImpact, RecordSignals } from "./record";
import { isRated, severityOf } from "./severity";

type Facts = { impact?: RecordImpact | null; signals?: RecordSignals | null };
export type Computed = { severity: Severity; score: number };

/** The severity that the facts speak for; `undefined` where none is recorded. */
export function computedFrom({ impact, signals }: Facts): Computed | undefined {
  if (!isRated(impact, signals)) return undefined;
  const { severity, score } = severityOf(impact, signals);
  return { severity, score };
}

/** True where a person's choice differs from what the facts speak for, and so asks for a line of why. */
export function asksWhy(chosen: Severity, computed: Computed | undefined): boolean {
  return computed !== undefined && computed.severity !== chosen;
}

export const whyQuestion = (chosen: Severity, { severity, score }: Computed) =>
  `The answers speak for ${severity} (score ${score}). Say in one line why it is ${chosen}.`;

export type SeverityChange = {
  before: Severity | null;
  after: Severity;
  computed: Severity | null;
  score: number | null;
  reason: string | null;
  changedBy: string | null;
  changedAt: number | null;
};

type Subject = { severity: Severity; declaredAt: number };

/**
 * Every severity that an incident had, the one it was declared with first. What came with a record has
 * nobody who chose it, and what a record replaced since has no time either.
 */
export function severityHistory(
  changes: SeverityChange[],
  { severity, declaredAt }: Subject,
): SeverityChange[] {
  const unknown = { computed: null, score: null, reason: null, changedBy: null };
  const [first] = changes;
  const declared =
    first?.before === null
      ? []
      : [{ ...unknown, before: null, after: first?.before ?? severity, changedAt: declaredAt }];
  const known = [...declared, ...changes];
  const last = known.at(-1)?.after ?? severity;
  return last === severity
    ? known
    : [...known, { ...unknown, before: last, after: severity, changedAt: null }];
}

/** True while nobody has said why the present severity is another than the facts speak for. */
export function lacksReason(history: SeverityChange[], computed: Computed | undefined): boolean {
  const last = history.at(-1);
  return last !== undefined && asksWhy(last.after, computed) && last.reason === null;
}
