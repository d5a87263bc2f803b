import { gapsBeforeApproval } from "@/lib/domain/coverage";
import { blameIn } from "@/lib/domain/blameless";
import type { IncidentRecord } from "@/lib/domain/record";
import { reviewChecklist, type ReviewCheck } from "@/lib/domain/review-checklist";
import { hasTodo, missingSections, sectionsOf } from "@/lib/domain/template";
import { namedPeopleOf } from "./named-people";
import { countOpenThreads } from "./postmortem-comments";
import { templateOf } from "./postmortem-templates";
import { findText } from "./postmortem-updates";
import { choicesOf, recordOf } from "./record";

/** What is open in a postmortem before it is approved or published; `undefined` where nobody wrote one. */
export function getReviewChecks(incidentId: number): ReviewCheck[] | undefined {
  const text = findText(incidentId);
  if (!text) return undefined;
  const record = recordOf(incidentId);
  const template = templateOf(text.templateId);
  const gaps = gapsBeforeApproval(record, choicesOf(incidentId));
  return reviewChecklist({
    missing: missingSections(text.body, template),
    hasTodo: hasTodo(text.body),
    hasRootCause:
      isFilled(record.resolution?.root_cause) || isWritten(text.body, template, "root_cause"),
    isImpactCounted: isCounted(record),
    actions: (record.action_items ?? []).map(({ title, owner, deadline }) => ({
      title,
      owner: owner ?? null,
      deadline: deadline ?? null,
    })),
    gaps: gaps.map((gap) => gap.text),
    blame: blameOf(incidentId, text.body).length,
    openThreads: countOpenThreads(incidentId),
  });
}

/** The phrases of a text about an incident that blame. */
export function blameOf(incidentId: number, body: string) {
  return blameIn(body, listNamesIn(incidentId, body));
}

/** The names of people that a text about an incident has words of. */
export function listNamesIn(incidentId: number, body: string): string[] {
  return namedPeopleOf(incidentId)
    .flatMap(({ names }) => names)
    .filter((name) => body.includes(name.split(/\s/)[0] ?? name));
}

const isFilled = (text: string | null | undefined) => (text ?? "").trim() !== "";

function isWritten(
  body: string,
  template: Parameters<typeof sectionsOf>[1],
  source: string,
): boolean {
  return sectionsOf(body, template).some(
    (section) => section.source === source && section.problem === undefined,
  );
}

const AMOUNT = /\d/;

/** Is there a figure for how many customers it reached, how many of them told, or what it cost? */
function isCounted({ impact, signals }: IncidentRecord): boolean {
  return (
    typeof impact?.affected_users_percentage === "number" ||
    AMOUNT.test(impact?.revenue_impact ?? "") ||
    typeof signals?.customer_reports === "number"
  );
}
