"use server";

import { z } from "zod";
import {
  acknowledgeAlert,
  attachAlerts,
  dropAlert,
  dropAlerts,
  releaseAlert,
} from "@/db/mutations/alert-decisions";
import { defineAction } from "@/lib/action";
import { DISPOSITIONS } from "@/lib/domain/alerts/alert";
import { listOf, optional, requiredLine } from "@/lib/fields";

const id = z.coerce.number().int().positive();
const seen = z.enum(DISPOSITIONS);
const LONGEST_MUTE = 30 * 24;

/** Puts chosen alerts on an incident, or drops them. */
export const handleAlertsAction = defineAction({
  needs: "alert:handle",
  input: z
    .strictObject({
      ids: listOf(id).refine((ids) => ids.length > 0, "Choose an alert."),
      deed: z.literal("drop").optional(),
      other: optional(requiredLine("Name the incident.", 500)),
    })
    .refine(({ deed, other }) => deed === "drop" || other !== undefined, {
      path: ["other"],
      message: "Name the incident.",
    }),
  run: (viewer, { ids, deed, other = "" }) =>
    deed === "drop" ? dropAlerts(viewer, { ids }) : attachAlerts(viewer, { ids, other }),
});

export const dropAlertAction = defineAction({
  needs: "alert:handle",
  input: z.strictObject({
    id,
    seen,
    hours: optional(z.coerce.number().int().min(1).max(LONGEST_MUTE)),
  }),
  run: (viewer, dropping) => dropAlert(viewer, dropping),
});

export const releaseAlertAction = defineAction({
  needs: "alert:handle",
  input: z.strictObject({ id, seen }),
  run: releaseAlert,
});

export const acknowledgeAlertAction = defineAction({
  needs: "alert:handle",
  input: z.strictObject({ id }),
  run: acknowledgeAlert,
});
