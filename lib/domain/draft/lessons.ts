import type { Facts } from "./facts";
import { metricFact, promiseFact } from "./response";
import { fact, field, list, quoted, todo } from "./text";

const JUDGED = [
  "time_to_detect",
  "time_to_declare",
  "time_to_mitigate",
  "time_to_resolve",
] as const;

export function wentWell(facts: Facts): string[] {
  return [
    ...list([...metrics(facts, true), ...promises(facts, "kept")]),
    todo("Add what helped, as the people who were there saw it."),
  ];
}

export function wentWrong(facts: Facts): string[] {
  return [
    ...list([...metrics(facts, false), ...promises(facts, "missed")]),
    todo("Add what hindered, as the people who were there saw it. Name systems, not people."),
  ];
}

export function gotLucky(): string[] {
  return [todo("Say what could have made it worse and did not. No record can know this.")];
}

function metrics(facts: Facts, met: boolean): string[] {
  return JUDGED.flatMap((metric) =>
    facts.analysis.metrics[metric]?.met === met ? (metricFact(facts, metric) ?? []) : [],
  );
}

function promises(facts: Facts, state: "kept" | "missed"): string[] {
  return facts.analysis.promises
    .filter((promise) => promise.state === state)
    .map((promise) => promiseFact(facts, promise));
}

/** The factors that nothing answers yet, for the list of actions. */
export function unanswered({ record, analysis }: Facts): string[] {
  const factors = record.resolution?.contributing_factors ?? [];
  return analysis.coverage.gaps
    .slice(0, 20)
    .map(({ factor, expected_type: type }) =>
      todo(
        fact(
          `Add a ${type} action, or say why none is needed, for “${quoted(factors[factor] ?? "", 300)}”`,
          field(`resolution.contributing_factors[${factor}]`),
        ),
      ),
    );
}
