import { z } from "zod";
import {
  DRAFT_SOURCES,
  LONGEST_HELP,
  MOST_SECTIONS,
  type TemplateSection,
} from "@/lib/domain/template";
import { jsonOf } from "@/lib/fields";

/** Room for a text that is too long, so that it can be refused in words and not be cut. */
const MOST_LETTERS = 4 * LONGEST_HELP;

/** A template as its form sends it: the sections' fields are named like `sections.0.title`. */
export const templateForm = z
  .object({
    template: z.string().max(200),
    name: z.string().max(200).optional(),
    seen: jsonOf(z.strictObject({ version: z.int() })),
    intent: z.string().max(20).default("save"),
  })
  .catchall(z.string().max(MOST_LETTERS))
  .transform(({ template, name = template, seen, intent, ...fields }) => ({
    template,
    name: name.trim(),
    version: seen.version,
    intent,
    sections: readSections(fields),
  }));

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
