import { actionItems } from "./draft/actions";
import { contributingFactors, rootCause } from "./draft/causes";
import type { Facts } from "./draft/facts";
import { impact } from "./draft/impact";
import { gotLucky, wentWell, wentWrong } from "./draft/lessons";
import { openQuestions } from "./draft/questions";
import { detection, response } from "./draft/response";
import { summary } from "./draft/summary";
import { quoted, todo } from "./draft/text";
import { timeline } from "./draft/timeline";
import { DRAFT_SOURCES, type DraftSource, type Template, type TemplateSection } from "./template";

const PARTS: Record<DraftSource, (facts: Facts) => string[]> = {
  summary,
  impact,
  timeline,
  root_cause: rootCause,
  contributing_factors: contributingFactors,
  detection,
  response,
  went_well: wentWell,
  went_wrong: wentWrong,
  lucky: gotLucky,
  action_items: actionItems,
  open_questions: openQuestions,
};

/**
 * What the record gives each part of a postmortem, in Markdown without its heading. Each sentence ends
 * with the event or the field that it comes from, and what the record does not say is a visible TODO:
 * nothing is made up.
 */
export function draftSections(facts: Facts): Map<DraftSource, string> {
  return new Map(DRAFT_SOURCES.map((source) => [source, PARTS[source](facts).join("\n\n")]));
}

/** A first postmortem: the template's sections, each with what the record gives or what it asks for. */
export function draftPostmortem(facts: Facts, { sections }: Pick<Template, "sections">): string {
  const drafted = draftSections(facts);
  const texts = sections.map((section) => {
    const body = section.source === null ? undefined : drafted.get(section.source);
    return `## ${quoted(section.title)}\n\n${body ?? request(section)}`;
  });
  return `${texts.join("\n\n")}\n`;
}

const request = ({ help }: TemplateSection): string => todo(quoted(help) || "Write this section.");
