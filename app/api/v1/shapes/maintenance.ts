import { z } from "zod";
import { shownTime } from "@/lib/api/fields";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import { MAINTENANCE_STATUSES } from "@/lib/domain/site";

export const workId = z.string().min(1).max(40).meta({ description: "Its id on the public page." });

/** The path of everything about one maintenance. */
export const ofWork = z.strictObject({ id: workId });

const state = z.enum(COMPONENT_STATUSES);

const brief = {
  id: z.string(),
  title: z.string(),
  status: z.enum(MAINTENANCE_STATUSES),
  scheduledFor: shownTime,
  scheduledUntil: shownTime,
  startsItself: z.boolean(),
  endsItself: z.boolean(),
  remindBefore: z.int().nullable().meta({ description: "Minutes before it begins." }),
  startedAt: shownTime.nullable(),
  completedAt: shownTime.nullable(),
  cancelledAt: shownTime.nullable(),
  createdBy: z.string(),
  components: z
    .array(z.object({ id: z.int(), name: z.string(), during: state }))
    .meta({ description: "What it is about, and how each component is meanwhile." }),
};

export const listedMaintenance = z.object(brief).meta({ id: "ListedMaintenance" });

export const maintenanceUpdate = z
  .object({
    id: z.string(),
    status: z.enum(MAINTENANCE_STATUSES),
    body: z.string(),
    at: shownTime,
    by: z.string().nullable(),
    correctedAt: shownTime.nullable(),
    changes: z.array(z.object({ name: z.string(), before: state, after: state })),
  })
  .meta({ id: "MaintenanceUpdate" });

export const maintenance = z
  .object({ ...brief, updates: z.array(maintenanceUpdate) })
  .meta({ id: "Maintenance" });
