import { z } from "zod";
import { parseTime } from "@/lib/domain/time";
import { nameProblem, textProblem } from "@/lib/record/text";

/** Text of several lines that must be there. Browsers send line ends with a carriage return. */
export const requiredText = (empty: string, most: number) =>
  z
    .string(empty)
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .min(1, empty)
        .max(most, `Use ${most.toLocaleString("en")} characters at most.`)
        .check(refusing(textProblem)),
    );

/** One line that must be there: a title or a name. */
export const requiredLine = (empty: string, most = 200) =>
  requiredText(empty, most)
    .refine((text) => !/[\n\t]/.test(text), "Use one line.")
    .check(refusing(nameProblem));

/** A field that may be left empty, which then counts as missing. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    schema.optional(),
  );

const refusing = (problemOf: (text: string) => string | undefined) =>
  z.superRefine<string>((text, context) => {
    const problem = problemOf(text);
    if (problem) context.addIssue({ code: "custom", message: `This ${problem}.` });
  });

/** A hidden field in which a form carries more than a text. */
export const jsonOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue("The form is broken. Open the page again.");
        return z.NEVER;
      }
    })
    .pipe(schema);

/** The fields of one name, of which a form sends none, one or several. */
export const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(schema).max(1000),
  );

/** A moment as the browser's field for it sends it, meant in UTC. */
export const utcTime = z.string("Choose a time.").transform((text, context) => {
  const time = parseTime(text);
  if (time === undefined) context.addIssue("Write the time as 2026-01-31T14:05:30, in UTC.");
  return time ?? 0;
});
