import { clock, milestoneSource, ratedFields, type Facts } from "./facts";
import { fact, field, isSaid, minutes, quoted, todo } from "./text";

export function summary(facts: Facts): string[] {
  const { record } = facts;
  const { incident } = record;
  const { milestones, metrics, severity } = facts.analysis;
  const services = (incident.affected_services ?? []).filter(isSaid);
  const [rated, ...ratedToo] = ratedFields(record);
  const said = [
    fact(
      `“${quoted(incident.title)}” was declared as ${incident.severity}`,
      field("incident.title"),
      field("incident.severity"),
    ),
    milestones.started &&
      fact(`It began at ${clock(milestones.started.at)}`, milestoneSource(facts, "started")),
    milestones.detected &&
      fact(
        `It was detected at ${clock(milestones.detected.at)}`,
        milestoneSource(facts, "detected"),
      ),
    milestones.declared &&
      fact(
        `It was declared at ${clock(milestones.declared.at)}`,
        milestoneSource(facts, "declared"),
      ),
    milestones.mitigated &&
      fact(
        `It was mitigated at ${clock(milestones.mitigated.at)}`,
        milestoneSource(facts, "mitigated"),
      ),
    milestones.resolved &&
      fact(
        `It was resolved at ${clock(milestones.resolved.at)}`,
        milestoneSource(facts, "resolved"),
      ),
    metrics.duration &&
      fact(
        `From declaration to resolution it lasted ${minutes(metrics.duration.minutes)}`,
        milestoneSource(facts, "declared"),
        milestoneSource(facts, "resolved"),
      ),
    isSaid(incident.service) &&
      fact(`Service: ${quoted(incident.service, 200)}`, field("incident.service")),
    services.length > 0 &&
      fact(
        `Affected services: ${services
          .slice(0, 20)
          .map((name) => quoted(name, 100))
          .join(", ")}`,
        field("incident.affected_services"),
      ),
    rated !== undefined &&
      fact(
        `Computed from what is recorded of its impact it is a ${severity.computed}, with a score of ${severity.score}`,
        rated,
        ...ratedToo,
      ),
  ];
  return [
    said.filter((sentence) => typeof sentence === "string").join(" "),
    todo("Say in two or three plain sentences what customers met and why."),
    ...(milestones.resolved ? [] : [todo("Say when it was resolved; the record does not.")]),
  ];
}
