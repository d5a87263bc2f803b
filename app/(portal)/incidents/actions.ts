"use server";

import { z } from "zod";
import { declareAbout } from "@/db/mutations/alert-decisions";
import { reopenIncident, resolveIncident } from "@/db/mutations/incidents";
import { pickMilestone } from "@/db/mutations/milestones";
import { SEVERITIES } from "@/lib/domain/incident";
import { MILESTONES } from "@/lib/domain/milestones";
import { factTexts, withFactFields } from "@/lib/fact-fields";
import { optional, requiredLine, requiredText } from "@/lib/fields";
import { defineAction } from "@/lib/action";

const key = z.string().max(200);
const ticked = z
  .literal("on")
  .optional()
  .transform((tick) => tick === "on");
const details = requiredText("Write a description.", 10_000);

export const declareIncidentAction = defineAction({
  needs: "incident:declare",
  input: z.preprocess(
    withFactFields,
    z.strictObject({
      title: requiredLine("Give the incident a title."),
      severity: z.enum(SEVERITIES, "Choose a severity."),
      service: optional(requiredLine("Name the service.")),
      affectedServices: optional(requiredText("Name the services.", 2000).transform(namesIn)),
      summary: optional(details),
      commander: optional(requiredLine("Name the commander.")),
      facts: factTexts.optional(),
      reason: optional(requiredLine("Say in one line why.", 500)),
      isDrill: ticked,
      isPrivate: ticked,
      seenOpen: z
        .string()
        .max(20_000)
        .transform((keys) => keys.split(" "))
        .optional(),
      submissionKey: z.string().min(1).max(64),
      alert: z.coerce.number().int().positive().optional(),
    }),
  ),
  run: (viewer, declaration) => declareAbout(viewer, declaration),
  next: ({ key }) => `/incidents/${key}?declared=1`,
});

export const resolveIncidentAction = defineAction({
  needs: "incident:update",
  input: z.strictObject({ key, description: optional(details) }),
  run: resolveIncident,
  next: (_, { key }) => `/incidents/${key}`,
});

export const reopenIncidentAction = defineAction({
  needs: "incident:update",
  input: z.strictObject({
    key,
    reason: requiredText("Say why it is not over.", 2000),
  }),
  run: reopenIncident,
  next: (_, { key }) => `/incidents/${key}`,
});

export const pickMilestoneAction = defineAction({
  needs: "milestone:pick",
  input: z.strictObject({
    key,
    milestone: z.enum(MILESTONES),
    candidate: z.string().max(40),
    seen: z.string().max(40).optional(),
  }),
  run: pickMilestone,
  next: (_, { key }) => `/incidents/${key}#metrics`,
});

function namesIn(text: string): string[] {
  return [...new Set(text.split(/[,\n]/).flatMap((name) => name.trim() || []))];
}
