import { z } from "zod";
import {
  FACT_NAMES,
  factProblem,
  isFact,
  plainText,
  type Fact,
  type FactTexts,
} from "@/lib/domain/facts";
import { jsonOf } from "@/lib/fields";
import { nameProblem, textProblem } from "@/lib/record/text";

const LONGEST = 20_000;
const LONGEST_TITLE = 200;
const NAMES: readonly Fact[] = ["title", "service", "affected_services"];

/** Facts as a form sends them, each checked in the words of its field. */
export const factTexts = z
  .partialRecord(z.enum(FACT_NAMES), z.string().transform(plainText))
  .superRefine((texts: FactTexts, context) => {
    for (const [fact, text] of Object.entries(texts)) {
      const message = isFact(fact) ? problemOf(fact, text) : undefined;
      if (message) context.addIssue({ code: "custom", path: [fact], message });
    }
  });

/** Facts as the writer of a form saw them, in one hidden field. */
export const seenFacts = jsonOf(z.partialRecord(z.enum(FACT_NAMES), z.string()));

/** A form whose fields are named like `facts.title`, with those in an object of their own. */
export function withFactFields(form: unknown): unknown {
  if (typeof form !== "object" || form === null) return form;
  const fields = Object.entries(form);
  const named = fields.filter(([name]) => name.startsWith(PREFIX));
  if (named.length === 0) return form;
  const facts = Object.fromEntries(named.map(([name, text]) => [name.slice(PREFIX.length), text]));
  return { ...Object.fromEntries(fields.filter((field) => !named.includes(field))), facts };
}

const PREFIX = "facts.";

function problemOf(fact: Fact, text: string): string | undefined {
  const longest = fact === "title" ? LONGEST_TITLE : LONGEST;
  if (text.length > longest) return `Use ${longest.toLocaleString("en")} characters at most.`;
  const unsound = textProblem(text) ?? (NAMES.includes(fact) ? nameProblem(text) : undefined);
  return unsound ? `This ${unsound}.` : factProblem(fact, text);
}
