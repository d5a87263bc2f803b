"use server";

import { z } from "zod";
import { changeSeverity, explainSeverity } from "@/db/mutations/severity";
import { defineAction } from "@/lib/action";
import { SEVERITIES } from "@/lib/domain/incident";
import { optional, requiredLine } from "@/lib/fields";

const key = z.string().max(200);
const seen = z.enum(SEVERITIES);
const reason = requiredLine("Say in one line why.", 500);

export const changeSeverityAction = defineAction({
  needs: "incident:update",
  input: z.strictObject({
    key,
    severity: z.enum(SEVERITIES, "Choose a severity."),
    reason: optional(reason),
    seen,
  }),
  run: changeSeverity,
  next: (_, { key }) => `/incidents/${key}#severity`,
});

export const explainSeverityAction = defineAction({
  needs: "incident:update",
  input: z.strictObject({ key, reason, seen }),
  run: explainSeverity,
  next: (_, { key }) => `/incidents/${key}#severity`,
});
