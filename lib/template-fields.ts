import { z } from "zod";
import { LONGEST_HELP } from "@/lib/domain/template";
import { readSections } from "@/lib/domain/template-sections";
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
