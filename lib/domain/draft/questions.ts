import {
  askedSource,
  clock,
  eventSource,
  messageSource,
  milestoneSource,
  ratedFields,
  sourceAt,
  type Facts,
} from "./facts";
import { otherMitigations } from "./response";
import { fact, field, grouped, minutes, quoted, todo } from "./text";

const MOST = 20;
const MOST_TURNING = 3;

/** What the numbers leave open. Each is a request, as only people can answer it. */
export function openQuestions(facts: Facts): string[] {
  const { severity, gaps, promises, warnings } = facts.analysis;
  const rated = ratedFields(facts.record);
  const asked = [
    ...(severity.declared === severity.computed || rated.length === 0
      ? []
      : [
          fact(
            `Say in one line why ${severity.declared} was declared while the facts speak for ${severity.computed}`,
            field("incident.severity"),
            ...rated,
          ),
        ]),
    ...whichMitigation(facts),
    ...gaps
      .slice(0, MOST)
      .map(({ start, end, minutes: length }) =>
        fact(
          `Say what happened in the ${minutes(length)} from ${clock(start)} to ${clock(end)}; the record is silent`,
          sourceAt(facts, start),
          sourceAt(facts, end),
        ),
      ),
    ...promises
      .filter(({ state }) => state === "open")
      .slice(0, MOST)
      .map(({ due_at: due, made_at: made, audience }) =>
        fact(
          `Keep the promise to the ${audience} audience for ${clock(due)}`,
          messageSource(facts, made, audience),
        ),
      ),
    ...warnings
      .slice(0, MOST)
      .map((warning) => fact(`Check this: ${quoted(warning, 500)}`, field("incident"))),
    ...facts.asked
      .slice(0, MOST)
      .map((question) =>
        fact(
          `Answer what somebody asked through the share link for ${quoted(question.label, 100)}: ${quoted(question.text, 500)}`,
          askedSource(facts, question),
        ),
      ),
  ];
  const requests =
    asked.length > 0 ? asked : ["Write down what is still unknown, or that nothing is."];
  return requests.map(todo);
}

/** The events that would turn the verdict on the time to mitigate, as long as nobody has picked one. */
function whichMitigation(facts: Facts): string[] {
  const measured = facts.analysis.metrics.time_to_mitigate;
  if (!measured || facts.choices.milestones?.mitigated !== undefined) return [];
  const turning = otherMitigations(facts)
    .filter(({ met }) => met !== undefined && met !== measured.met)
    .slice(-MOST_TURNING);
  if (turning.length === 0) return [];
  const lengths = turning.map(({ length }) => grouped(length)).join(" or ");
  return [
    fact(
      `Decide at which event it was mitigated: after ${minutes(measured.minutes)}, which ${verdict(measured.met)} the target of ${measured.target}, or after ${lengths} minutes, which ${verdict(!measured.met)} it`,
      milestoneSource(facts, "mitigated"),
      ...turning.map(({ event }) => eventSource(facts, event)),
    ),
  ];
}

const verdict = (met: boolean) => (met ? "meets" : "misses");
