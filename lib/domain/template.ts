import { nameOf, splitSections } from "./sections";

/** Parts of a draft that the record fills. */
export const DRAFT_SOURCES = [
  "summary",
  "impact",
  "timeline",
  "root_cause",
  "contributing_factors",
  "detection",
  "response",
  "went_well",
  "went_wrong",
  "lucky",
  "action_items",
  "open_questions",
] as const;
export type DraftSource = (typeof DRAFT_SOURCES)[number];

export type TemplateSection = {
  title: string;
  /** What belongs there, for whoever writes it. */
  help: string;
  isRequired: boolean;
  /** What the record fills it with; without one it begins with its help. */
  source: DraftSource | null;
};

/** Which headings a new postmortem has. */
export type Template = { name: string; sections: TemplateSection[] };

export const MOST_SECTIONS = 30;
export const LONGEST_TITLE = 120;
export const LONGEST_HELP = 500;

/** What is wrong with a template's sections, in words for whoever edits them. */
export function sectionsProblem(sections: readonly TemplateSection[]): string | undefined {
  if (sections.length === 0) return "A template needs a section.";
  if (sections.length > MOST_SECTIONS) return `A template has up to ${MOST_SECTIONS} sections.`;
  const names = sections.map(({ title }) => nameOf(title));
  const blank = names.indexOf("");
  if (blank !== -1) return `Give section ${blank + 1} a title.`;
  const twice = sections.find(({ title }, index) => names.indexOf(nameOf(title)) !== index);
  if (twice) return `Two sections are called “${twice.title}”. Give each a title of its own.`;
  const long = sections.find(
    ({ title, help }) => title.length > LONGEST_TITLE || help.length > LONGEST_HELP,
  );
  return (
    long &&
    `“${long.title.slice(0, LONGEST_TITLE)}” is too long: a title has up to ${LONGEST_TITLE} characters, a help text up to ${LONGEST_HELP}.`
  );
}

/** Why a section is not finished: its heading is not there, nothing is below it, or a TODO is. */
export type SectionProblem = "missing" | "empty" | "todo";

export type SectionState = TemplateSection & { problem: SectionProblem | undefined };

/** How far a text is with each section of its template. */
export function sectionsOf(
  markdown: string,
  { sections }: Pick<Template, "sections">,
): SectionState[] {
  const bodies = new Map<string, string>();
  for (const { title, body } of splitSections(markdown)) {
    const name = nameOf(title);
    bodies.set(name, [bodies.get(name), body].filter(Boolean).join("\n\n"));
  }
  return sections.map((section) => ({
    ...section,
    problem: problemOf(bodies.get(nameOf(section.title))),
  }));
}

/** The required sections that a text lacks or has not finished. */
export function missingSections(
  markdown: string,
  template: Pick<Template, "sections">,
): { title: string; problem: SectionProblem }[] {
  return sectionsOf(markdown, template).flatMap(({ title, isRequired, problem }) =>
    isRequired && problem ? [{ title, problem }] : [],
  );
}

/** True for a text that asks for something to be written: `> **TODO:** …`, `- TODO: …`. */
export const hasTodo = (markdown: string): boolean =>
  /^[ \t>*+-]*(?:\[ \][ \t]+)?\**TODO\**:/im.test(markdown);

function problemOf(body: string | undefined): SectionProblem | undefined {
  if (body === undefined) return "missing";
  const words = body.replace(/^#{1,6}[ \t].*$|<!--[\s\S]*?-->/gm, "").trim();
  if (words === "") return "empty";
  return hasTodo(body) ? "todo" : undefined;
}
