"use server";

import { z } from "zod";
import {
  correctMaintenanceUpdate,
  postMaintenanceUpdate,
} from "@/db/mutations/maintenance-updates";
import { cancelMaintenance, editMaintenance } from "@/db/mutations/maintenances";
import { defineAction } from "@/lib/action";
import { componentStates, withComponents } from "@/lib/component-fields";
import { MAINTENANCE_STATUSES } from "@/lib/domain/site";
import { jsonOf, optional } from "@/lib/fields";
import { planFields, workBody, workId } from "@/lib/maintenance-fields";

const status = z.enum(MAINTENANCE_STATUSES);

export const editMaintenanceAction = defineAction({
  needs: "maintenance:manage",
  input: planFields,
  run: (viewer, edit) => editMaintenance(viewer, edit),
});

export const postMaintenanceUpdateAction = defineAction({
  needs: "maintenance:manage",
  input: z.preprocess(
    withComponents,
    z.strictObject({
      id: workId,
      body: optional(workBody),
      status: optional(status),
      components: componentStates.default({}),
      seen: jsonOf(z.strictObject({ status, components: componentStates })),
    }),
  ),
  run: (viewer, { seen, ...post }) =>
    postMaintenanceUpdate(viewer, {
      ...post,
      seenStatus: seen.status,
      seenComponents: seen.components,
    }),
});

export const cancelMaintenanceAction = defineAction({
  needs: "maintenance:manage",
  input: z.strictObject({
    id: workId,
    body: optional(workBody),
    seen: jsonOf(z.strictObject({ version: z.int() })),
  }),
  run: (viewer, { seen, ...cancelled }) => cancelMaintenance(viewer, { ...cancelled, ...seen }),
});

export const correctMaintenanceUpdateAction = defineAction({
  needs: "maintenance:manage",
  input: z.strictObject({
    id: workId,
    update: workId,
    body: workBody,
    seen: z.string().max(10_000),
  }),
  run: (viewer, correction) => correctMaintenanceUpdate(viewer, correction),
  next: (_, { id }) => `/maintenance/${id}`,
});
