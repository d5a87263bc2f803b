import { z } from "zod";
import { linesOf, readLabelTests } from "@/lib/domain/alerts/label-tests";
import { CLOSES, JOINS, RULE_DEEDS } from "@/lib/domain/alerts/rule";
import { SEVERITY_CHOICES } from "@/lib/domain/alerts/rule-texts";
import { SOURCE_KINDS } from "@/lib/domain/alerts/source";
import { SEVERITIES } from "@/lib/domain/incident";
import { optional, requiredLine } from "@/lib/fields";

const LONGEST_LINES = 4000;
const LONGEST_WINDOW = 7 * 24 * 60;

const conditionFields = {
  sources: z.array(z.enum(SOURCE_KINDS)),
  severities: z.array(z.enum(SEVERITY_CHOICES)),
  services: z.string().max(LONGEST_LINES).default("").transform(linesOf),
  labels: z
    .string()
    .max(LONGEST_LINES)
    .default("")
    .transform((text, context) => {
      const { tests, problem } = readLabelTests(text);
      if (problem !== undefined) context.addIssue(problem);
      return tests;
    }),
};

/** Makes lists of the ticks, of which a form sends those that are set, each by a name of its own. */
function withTicks(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  const ticked = (prefix: string) =>
    Object.keys(given).flatMap((name) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    );
  const others = Object.entries(given).filter(([name]) => !/^(?:source|severity)-/.test(name));
  return {
    ...Object.fromEntries(others),
    sources: ticked("source-"),
    severities: ticked("severity-"),
  };
}

/** The conditions alone, of a form that is only looked at. */
export const conditionsInput = z.preprocess(withTicks, z.object(conditionFields));

const draftFields = {
  ...conditionFields,
  name: requiredLine("Give the rule a name.", 100),
  deed: z.enum(RULE_DEEDS, "Choose what happens."),
  severity: optional(z.enum(SEVERITIES)),
  titleTemplate: optional(requiredLine("Write a title.")),
  joins: z.enum(JOINS, "Choose what it joins."),
  windowMinutes: optional(
    z.coerce
      .number("Write a number.")
      .int("Write whole minutes.")
      .min(1, "Write a minute at least.")
      .max(LONGEST_WINDOW, "Write a week at most."),
  ),
  closes: z.enum(CLOSES, "Choose what follows."),
};

type Fields = z.output<z.ZodObject<typeof draftFields>>;

function draftOf(fields: Fields) {
  const { sources, severities, services, labels, ...rest } = fields;
  return {
    ...rest,
    conditions: { sources, severities, services, labels },
    severity: rest.severity ?? null,
    titleTemplate: rest.titleTemplate ?? "{title}",
    windowMinutes: rest.windowMinutes ?? null,
  };
}

export const newRuleInput = z.preprocess(withTicks, z.strictObject(draftFields).transform(draftOf));

export const editedRuleInput = z.preprocess(
  withTicks,
  z
    .strictObject({
      ...draftFields,
      id: z.coerce.number().int(),
      version: z.coerce.number().int(),
    })
    .transform(({ id, version, ...fields }) => ({ id, version, ...draftOf(fields) })),
);
