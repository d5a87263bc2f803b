"use server";

import { scheduleMaintenance } from "@/db/mutations/maintenances";
import { defineAction } from "@/lib/action";
import { scheduleFields } from "@/lib/maintenance-fields";

export const scheduleMaintenanceAction = defineAction({
  needs: "maintenance:manage",
  input: scheduleFields,
  run: (viewer, plan) => scheduleMaintenance(viewer, plan),
  next: ({ id }) => `/maintenance/${id}`,
});
