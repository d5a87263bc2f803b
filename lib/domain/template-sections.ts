import { DRAFT_SOURCES, MOST_SECTIONS, type TemplateSection } from "./template";

/** The sections that a form holds, in the order of their numbers. */
export function readSections(fields: Record<string, string>): TemplateSection[] {
  return Array.from({ length: MOST_SECTIONS + 1 }, (_, index) => {
    const field = (name: string) => fields[fieldName(index, name)];
    const title = field("title");
    if (title === undefined) return [];
    return {
      title: title.trim().replace(/\s+/g, " "),
      help: (field("help") ?? "").replace(/\s+/g, " ").trim(),
      isRequired: field("isRequired") !== undefined,
      source: DRAFT_SOURCES.find((source) => source === field("source")) ?? null,
    };
  }).flat();
}

export const fieldName = (index: number, name: string): string => `sections.${index}.${name}`;
