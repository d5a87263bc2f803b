import { z } from "zod";
import { isPlainText, withLineFeeds } from "@/lib/domain/text";

const PLAIN = "This holds a character that cannot be kept. Remove it and try again.";

/** Text of several lines that must be there. */
export const requiredText = (empty: string, most: number) =>
  z
    .string(empty)
    .transform((text) => withLineFeeds(text).trim())
    .pipe(
      z
        .string()
        .min(1, empty)
        .max(most, `Use ${most.toLocaleString("en")} characters at most.`)
        .refine(isPlainText, PLAIN),
    );

/** One line that must be there. */
export const requiredLine = (empty: string, most = 200) =>
  requiredText(empty, most).refine((text) => !/[\n\t]/.test(text), "Use one line.");

/** A field that may be left empty, which then counts as missing. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    schema.optional(),
  );
