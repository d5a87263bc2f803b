import { categoryOf } from "../coverage";
import { parseTime } from "../time";
import { clock, type Facts } from "./facts";
import { fact, field, isSaid, list, quoted, section, todo } from "./text";

const LONG = 4000;

export function rootCause(facts: Facts): string {
  const { resolution } = facts.record;
  return section("Root cause", [
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
  ]);
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

export function contributingFactors({ record, analysis }: Facts): string {
  const factors = record.resolution?.contributing_factors ?? [];
  const gaps = new Map(analysis.coverage.gaps.map((gap) => [gap.factor, gap]));
  const sentences = factors.map((factor, index) => {
    const gap = gaps.get(index);
    const unanswered = gap ? `, and no ${gap.expected_type} action answers it` : "";
    const category = gap?.category ?? categoryOf(factor);
    return fact(
      `${quoted(factor) || "No text"} — proposed category ${category}${unanswered}`,
      field(`resolution.contributing_factors[${index}]`),
    );
  });
  return section(
    "Contributing factors",
    sentences.length > 0
      ? list(sentences)
      : [todo("List what made it possible, worse or longer; the record does not.")],
  );
}
