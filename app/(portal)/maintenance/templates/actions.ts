"use server";

import { z } from "zod";
import {
  addMaintenanceTemplate,
  editMaintenanceTemplate,
  removeMaintenanceTemplate,
} from "@/db/mutations/maintenance-templates";
import { defineAction } from "@/lib/action";
import { jsonOf } from "@/lib/fields";
import { templateFields } from "@/lib/maintenance-fields";

const id = z.coerce.number().int();

export const addMaintenanceTemplateAction = defineAction({
  needs: "maintenance:manage",
  input: z.strictObject(templateFields),
  run: (viewer, { components: componentIds, ...template }) =>
    addMaintenanceTemplate(viewer, { ...template, componentIds }),
  next: () => "/maintenance/templates",
});

export const editMaintenanceTemplateAction = defineAction({
  needs: "maintenance:manage",
  input: z.strictObject({
    id,
    seen: jsonOf(z.strictObject({ version: z.int() })),
    ...templateFields,
  }),
  run: (viewer, { components: componentIds, seen, ...template }) =>
    editMaintenanceTemplate(viewer, { ...template, ...seen, componentIds }),
  next: () => "/maintenance/templates",
});

export const removeMaintenanceTemplateAction = defineAction({
  needs: "maintenance:manage",
  input: z.strictObject({ id }),
  run: (viewer, template) => removeMaintenanceTemplate(viewer, template),
  next: () => "/maintenance/templates",
});
