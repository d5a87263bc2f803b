import type { CoveredFactor } from "../coverage";
import { parseTime } from "../time";
import { clock, type Facts } from "./facts";
import { fact, field, isSaid, list, quoted, todo } from "./text";

const LONG = 4000;
const MOST_ANSWERS = 5;

export function rootCause(facts: Facts): string[] {
  const { resolution } = facts.record;
  return [
    isSaid(resolution?.root_cause)
      ? fact(quoted(resolution.root_cause, LONG), field("resolution.root_cause"))
      : todo("Name the root cause; the record does not."),
    ...list(deploymentsBefore(facts)),
    ...(isSaid(resolution?.permanent_fix)
      ? [
          fact(
            `Permanent fix: ${quoted(resolution.permanent_fix, LONG)}`,
            field("resolution.permanent_fix"),
          ),
        ]
      : [todo("Say what will fix it for good; the record does not.")]),
  ];
}

/** Deployments earlier than the detection: what changed, not what is to blame. */
function deploymentsBefore({ record, analysis }: Facts): string[] {
  const detected = parseTime(analysis.milestones.detected?.at ?? "") ?? Infinity;
  return (record.context?.recent_deployments ?? []).flatMap((deployment, index) => {
    const at = parseTime(deployment.deployed_at ?? "");
    if (at === undefined || at >= detected) return [];
    const named = [deployment.service, deployment.version]
      .filter(isSaid)
      .map((name) => quoted(name, 100));
    const what = named.join(" ") || "An unnamed service";
    const changes = isSaid(deployment.changes) ? `: ${quoted(deployment.changes)}` : "";
    return [
      fact(
        `${what} was deployed at ${clock(at)}, before the detection${changes}`,
        field(`context.recent_deployments[${index}]`),
      ),
    ];
  });
}

export function contributingFactors(facts: Facts): string[] {
  const factors = facts.record.resolution?.contributing_factors ?? [];
  return factors.length > 0
    ? list(facts.coverage.map((factor) => factorLine(facts, factor, factors[factor.factor] ?? "")))
    : [todo("List what made it possible, worse or longer; the record does not.")];
}

/** A factor with the actions that people linked to it, or that their type proposes. */
function factorLine({ choices }: Facts, covered: CoveredFactor, text: string): string {
  const { factor, category, expectedType, actions, linked } = covered;
  const chosen = choices.factorCategories?.[factor] !== undefined;
  const named = `${quoted(text) || "No text"} — ${chosen ? "" : "proposed "}category ${category}`;
  const count = actions.length === 1 ? "1 action" : `${actions.length} actions`;
  const answer =
    actions.length === 0
      ? `no ${expectedType} action answers it`
      : linked
        ? `${count} ${actions.length === 1 ? "answers" : "answer"} it`
        : `${count} of type ${expectedType} may answer it`;
  return fact(
    `${named}, and ${answer}`,
    field(`resolution.contributing_factors[${factor}]`),
    ...actions.slice(0, MOST_ANSWERS).map((index) => field(`action_items[${index}]`)),
  );
}
