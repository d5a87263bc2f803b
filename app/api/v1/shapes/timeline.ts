import { z } from "zod";
import { shownTime } from "@/lib/api/fields";
import { AUDIENCES } from "@/lib/domain/incident";

export const timelineRow = z
  .object({
    seq: z.int().meta({ description: "Its number within the incident, which never changes." }),
    at: shownTime,
    type: z.string().nullable(),
    actor: z.string().nullable(),
    description: z.string(),
    metadata: z.record(z.string(), z.unknown()).nullable(),
    audience: z.enum(AUDIENCES).meta({ description: "Who may see it, at most." }),
    isPinned: z.boolean(),
    origin: z.enum(["import", "portal", "system"]).meta({
      description: "An imported record, a person or program, or Muster itself about a change.",
    }),
    recordedAt: shownTime,
    editedAt: shownTime.nullable(),
  })
  .meta({ id: "TimelineRow" });

export const update = z
  .object({
    seq: z.int().meta({ description: "Its number within the incident, which never changes." }),
    at: shownTime,
    audience: z.enum(AUDIENCES),
    message: z.string(),
    nextUpdateDueAt: shownTime.nullable(),
    correctedAt: shownTime.nullable(),
    publicId: z.string().nullable().meta({ description: "Its id on the public page, once there." }),
    publicStatus: z.string().nullable(),
  })
  .meta({ id: "Update" });
