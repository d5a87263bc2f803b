"use server";

import { z } from "zod";
import { addDeployment } from "@/db/mutations/deployments";
import { linkIncidents, unlinkIncidents } from "@/db/mutations/incident-links";
import { mergeIncident, undoMerge } from "@/db/mutations/merges";
import { defineAction } from "@/lib/action";
import { parseTime } from "@/lib/domain/time";
import { optional, requiredLine, requiredText } from "@/lib/fields";

const key = z.string().max(200);
const other = requiredLine("Name the other incident.", 500);

export const linkIncidentsAction = defineAction({
  needs: "incident:link",
  input: z.strictObject({ key, other, note: optional(requiredText("Write the note.", 500)) }),
  run: linkIncidents,
  next: (_, { key }) => `/incidents/${key}#related`,
});

export const unlinkIncidentsAction = defineAction({
  needs: "incident:link",
  input: z.strictObject({ key, other: key }),
  run: unlinkIncidents,
  next: (_, { key }) => `/incidents/${key}#related`,
});

export const mergeIncidentAction = defineAction({
  needs: "incident:link",
  input: z.strictObject({ key, other }),
  run: mergeIncident,
  next: (_, { key }) => `/incidents/${key}`,
});

export const undoMergeAction = defineAction({
  needs: "incident:link",
  input: z.strictObject({ key, seenMergedAt: z.coerce.number().int() }),
  run: undoMerge,
  next: (_, { key }) => `/incidents/${key}`,
});

export const addDeploymentAction = defineAction({
  needs: "incident:update",
  input: z.strictObject({
    key,
    service: requiredLine("Name the service."),
    version: optional(requiredLine("Write the version.")),
    changes: optional(requiredText("Write what changed.", 2000)),
    at: optional(
      z.string().transform((text, context) => {
        const at = parseTime(text);
        if (at === undefined) context.addIssue("Write the time as 2026-01-31T14:05, in UTC.");
        return at;
      }),
    ),
  }),
  run: addDeployment,
  next: (_, { key }) => `/incidents/${key}#deployments`,
});
