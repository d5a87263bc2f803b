import type { Analysis } from "./analysis";
import { actionItems } from "./draft/actions";
import { contributingFactors, rootCause } from "./draft/causes";
import { factsOf, type Numbers } from "./draft/facts";
import { impact } from "./draft/impact";
import { gotLucky, wentWell, wentWrong } from "./draft/lessons";
import { openQuestions } from "./draft/questions";
import { detection, response } from "./draft/response";
import { summary } from "./draft/summary";
import { timeline } from "./draft/timeline";
import type { IncidentRecord } from "./record";

/**
 * A first postmortem in Markdown. Each sentence ends with the event or the field that it comes from, and
 * what the record does not say is a visible TODO: nothing is made up.
 */
export function draftPostmortem(
  record: IncidentRecord,
  analysis: Analysis,
  numbers: Numbers = { events: [], communications: [] },
): string {
  const facts = factsOf(record, analysis, numbers);
  const sections = [
    summary(facts),
    impact(facts),
    timeline(facts),
    rootCause(facts),
    contributingFactors(facts),
    detection(facts),
    response(facts),
    wentWell(facts),
    wentWrong(facts),
    gotLucky(),
    actionItems(facts),
    openQuestions(facts),
  ];
  return `${sections.join("\n\n")}\n`;
}
