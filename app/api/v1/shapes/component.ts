import { z } from "zod";
import { shownTime } from "@/lib/api/fields";
import { COMPONENT_STATUSES } from "@/lib/domain/component";

export const component = z
  .object({
    id: z.int(),
    publicId: z.string().meta({ description: "Its id on the public page." }),
    name: z.string(),
    description: z.string().nullable(),
    isGroup: z.boolean(),
    groupId: z.int().nullable().meta({ description: "The group that holds it." }),
    serviceId: z.int().nullable().meta({ description: "The service that it stands for." }),
    service: z.string().nullable(),
    showsUptime: z.boolean(),
    isOnlyShownDegraded: z.boolean(),
    startDate: z.string().nullable(),
    status: z.enum(COMPONENT_STATUSES),
    statusAt: shownTime,
    isArchived: z.boolean(),
  })
  .meta({ id: "Component" });

export const componentState = z
  .object({
    id: z.int(),
    status: z.enum(COMPONENT_STATUSES),
    at: shownTime,
    setBy: z.string(),
    incident: z.string().nullable().meta({ description: "The incident that set it, by its key." }),
    maintenance: z.string().nullable().meta({ description: "The maintenance that set it." }),
    correctedAt: shownTime.nullable(),
    withdrawnAt: shownTime.nullable(),
  })
  .meta({ id: "ComponentState" });

export const service = z
  .object({
    id: z.int(),
    name: z.string(),
    team: z.string().nullable().meta({ description: "The word of the team that owns it." }),
  })
  .meta({ id: "Service" });
