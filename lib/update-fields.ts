import { z } from "zod";
import { utcNow } from "@/lib/clock";
import { componentStates, withComponents } from "@/lib/component-fields";
import { dueTimeOf } from "@/lib/domain/due-time";
import { AUDIENCES, INCIDENT_STATUSES } from "@/lib/domain/incident";
import { confirmedKeys } from "@/lib/domain/public-check/confirmed";
import { jsonOf, optional, requiredText, utcTime } from "@/lib/fields";

const dueTime = z.string().transform((text, context) => {
  const at = dueTimeOf(text, utcNow());
  if (at === undefined) context.addIssue("Write a time to come as 14:45, or a while as 20 min.");
  return at;
});

export const message = requiredText("Write the message.", 5000);

/** The findings that the writer has seen, by key, each on a line. */
export const confirmed = z.string().max(20_000).default("").transform(confirmedKeys);

/** The composer's form as one update. */
export const updateFields = z.preprocess(
  withComponents,
  z
    .strictObject({
      key: z.string().max(200),
      audience: z.enum(AUDIENCES, "Choose who should read this."),
      message,
      status: optional(z.enum(INCIDENT_STATUSES)),
      seen: jsonOf(
        z.strictObject({ status: z.string().max(200), components: componentStates }),
      ).optional(),
      nextUpdate: optional(
        z.union([z.enum(["usual", "none"]), z.coerce.number().int().min(1).max(10_080)]),
      ),
      nextUpdateAt: optional(dueTime),
      components: componentStates.optional(),
      componentsAt: optional(utcTime),
      confirmed,
      draft: optional(z.coerce.number().int()),
      intent: z.literal("preview").optional(),
    })
    .transform(({ seen, nextUpdate, ...update }) => ({
      ...update,
      seenStatus: seen?.status,
      seenComponents: seen?.components,
      asUsual: nextUpdate === "usual",
      nextUpdateMinutes: typeof nextUpdate === "number" ? nextUpdate : undefined,
    })),
);
