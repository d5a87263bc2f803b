import { clock, messageSource, sourceAt, type Facts } from "./facts";
import { fact, field, minutes, quoted, section, todo } from "./text";

const MOST = 20;

/** What the numbers leave open. Each is a request, as only people can answer it. */
export function openQuestions(facts: Facts): string {
  const { severity, gaps, promises, warnings } = facts.analysis;
  const { impact, signals } = facts.record;
  const asked = [
    ...(severity.declared === severity.computed || (!impact && !signals)
      ? []
      : [
          fact(
            `Say in one line why ${severity.declared} was declared while the facts speak for ${severity.computed}`,
            field("incident.severity"),
            field("impact"),
            field("signals"),
          ),
        ]),
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
  ];
  const requests =
    asked.length > 0 ? asked : ["Write down what is still unknown, or that nothing is."];
  return section("Open questions", requests.map(todo));
}
