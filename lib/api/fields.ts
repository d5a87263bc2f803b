import { z } from "zod";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import { isCalendarDay, parseTime, toUtc } from "@/lib/domain/time";
import { requiredLine, requiredText } from "@/lib/fields";

/** A key of an incident in a path. */
export const incidentKey = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: "The incident’s key.", example: "INC-2026-0007" });

/** A number in a path. */
export const numberInPath = (description: string) =>
  z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ description });

export const line = (empty: string, most = 200) =>
  requiredLine(empty, most).meta({ minLength: 1, maxLength: most });

export const text = (empty: string, most: number) =>
  requiredText(empty, most).meta({ minLength: 1, maxLength: most });

/** A moment of a request, as UTC milliseconds inside. */
export const givenTime = z
  .string()
  .max(40)
  .transform((written, context) => {
    const at = parseTime(written);
    if (at === undefined) context.addIssue("Write the time as 2026-01-31T14:05:30Z.");
    return Math.floor(at ?? 0);
  })
  .meta({ format: "date-time", description: "An ISO 8601 time. Without an offset it is UTC." });

/** A moment of an answer: UTC milliseconds inside, text outside. */
export const shownTime = z
  .number()
  .transform((at) => toUtc(at))
  .pipe(z.string())
  .meta({ format: "date-time" });

/** A number of a thing within its incident, in a path. */
export const seqInPath = numberInPath("Its number within the incident.");

/** A day of the calendar, which has no time zone. */
export const givenDay = z
  .string()
  .max(10)
  .refine(isCalendarDay, "Write a day as 2026-01-31.")
  .meta({ format: "date" });

/** A yes or no among the parameters of an address. */
export const flag = z.enum(["true", "false"]).transform((said) => said === "true");

/** States of components by their ids. */
export const statesById = z
  .record(z.string().regex(/^\d{1,15}$/), z.enum(COMPONENT_STATUSES))
  .meta({ description: "States of components, by their ids." });
