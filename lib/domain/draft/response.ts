import { METRICS, type TargetedMetricName } from "../metrics";
import { minutesBetween, parseTime, toUtc } from "../time";
import { clock, eventSource, messageSource, milestoneSource, sourceAt, type Facts } from "./facts";
import { fact, field, grouped, isSaid, list, minutes, quoted, todo } from "./text";

const NAMES: Record<TargetedMetricName, string> = {
  time_to_detect: "Time to detect",
  time_to_declare: "Time to declare",
  time_to_mitigate: "Time to mitigate",
  time_to_resolve: "Time to resolve",
};

/** A metric against its target, with the two moments between which it was measured. */
export function metricFact(facts: Facts, metric: TargetedMetricName): string | undefined {
  const measured = facts.analysis.metrics[metric];
  if (!measured) return undefined;
  const { minutes: length, target, met } = measured;
  const { from, to } = METRICS[metric];
  return fact(
    `${NAMES[metric]}: ${minutes(length)}, target ${target}, ${met ? "met" : "missed"}`,
    milestoneSource(facts, from),
    milestoneSource(facts, to),
  );
}

/** What the record shows of each promise to an audience. */
export function promiseFact(facts: Facts, promise: Facts["analysis"]["promises"][number]): string {
  const { audience, due_at: due, made_at: made, state, late_minutes: late } = promise;
  const outcome = {
    kept: "was kept",
    missed: late === null ? "was missed" : `was missed by ${minutes(late)}`,
    open: "is open",
  };
  return fact(
    `The promise to the ${audience} audience for ${clock(due)} ${outcome[state]}`,
    messageSource(facts, made, audience),
  );
}

export function detection(facts: Facts): string[] {
  const { signals } = facts.record;
  const place = facts.analysis.milestones.detected?.event ?? null;
  const event = place === null ? undefined : facts.ordered[place]?.event;
  const known = [
    event &&
      place !== null &&
      fact(
        `First detected${isSaid(event.actor) ? ` by ${quoted(event.actor, 100)}` : ""}: ${quoted(event.description, 500)}`,
        eventSource(facts, place),
      ),
    metricFact(facts, "time_to_detect"),
    typeof signals?.alert_count === "number" &&
      fact(`Alerts: ${grouped(signals.alert_count)}`, field("signals.alert_count")),
    typeof signals?.customer_reports === "number" &&
      fact(
        `Reports by customers: ${grouped(signals.customer_reports)}`,
        field("signals.customer_reports"),
      ),
  ].filter((sentence) => typeof sentence === "string");
  return [
    ...list(known),
    ...(event ? [] : [todo("Say how it was noticed; the record has no detection event.")]),
    todo("Say whether it could have been noticed earlier, and by what."),
  ];
}

export function response(facts: Facts): string[] {
  const { incident, participants, resolution } = facts.record;
  const people = (participants ?? []).map(({ name, role }, index) =>
    fact(
      `${quoted(name, 100)}${isSaid(role) ? `, ${quoted(role, 100)}` : ""}`,
      field(`participants[${index}]`),
    ),
  );
  const steps = (resolution?.mitigation_steps ?? []).map((step, index) =>
    fact(quoted(step) || "No text", field(`resolution.mitigation_steps[${index}]`)),
  );
  const measured = (["time_to_declare", "time_to_mitigate", "time_to_resolve"] as const).flatMap(
    (metric) => [
      metricFact(facts, metric) ?? [],
      metric === "time_to_mitigate" ? otherMitigationFacts(facts) : [],
    ],
  );
  return [
    isSaid(incident.commander)
      ? fact(`Commander: ${quoted(incident.commander, 100)}`, field("incident.commander"))
      : todo("Say who led the response; the record names no commander."),
    ...headed("People", people),
    ...headed("Times", measured.flat()),
    ...headed("Phases", phases(facts)),
    ...headed(
      "Promises",
      facts.analysis.promises.map((promise) => promiseFact(facts, promise)),
    ),
    ...headed("Steps", steps),
    ...(steps.length > 0 ? [] : [todo("List what was done to mitigate it; the record does not.")]),
  ];
}

/** The time to mitigate at each other event that a person may pick for it. */
export function otherMitigations({ analysis, candidates }: Facts) {
  const { detected, mitigated } = analysis.milestones;
  const from = parseTime(detected?.at ?? "");
  const target = analysis.metrics.time_to_mitigate?.target;
  return candidates.mitigated.flatMap(({ at, event }) => {
    if (from === undefined || at < from || event === null || event === mitigated?.event) return [];
    const length = minutesBetween(from, at);
    return [{ at, event, length, met: target === undefined ? undefined : length <= target }];
  });
}

function otherMitigationFacts(facts: Facts): string[] {
  return otherMitigations(facts).map(({ at, event, length, met }) => {
    const verdict = met === undefined ? "" : met ? ", met" : ", missed";
    return fact(
      `Measured at ${toUtc(at).slice(11, 16)} UTC instead, it would be ${minutes(length)}${verdict}`,
      eventSource(facts, event),
    );
  });
}

const headed = (title: string, items: string[]) =>
  items.length > 0 ? [`### ${title}`, ...list(items)] : [];

function phases(facts: Facts): string[] {
  return facts.analysis.phases.map(({ name, start, minutes: length, events }) => {
    const count = events === 1 ? "1 event" : `${events} events`;
    return fact(`Phase ${name}: ${minutes(length)}, ${count}`, sourceAt(facts, start));
  });
}
