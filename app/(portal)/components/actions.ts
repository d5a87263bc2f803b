"use server";

import { z } from "zod";
import {
  addComponent,
  archiveComponent,
  editComponent,
  moveComponent,
} from "@/db/mutations/components";
import { defineAction } from "@/lib/action";
import { jsonOf, optional, requiredLine, requiredText } from "@/lib/fields";

const id = z.coerce.number().int();
const fields = {
  name: requiredLine("Name the component as customers know it.", 80),
  description: optional(requiredText("Describe it.", 300)),
  serviceId: optional(id),
};

export const addComponentAction = defineAction({
  needs: "component:manage",
  input: z.strictObject(fields),
  run: (viewer, component) => addComponent(viewer.name, component),
  next: () => "/components",
});

export const editComponentAction = defineAction({
  needs: "component:manage",
  input: z.strictObject({ id, seen: jsonOf(z.strictObject({ version: z.int() })), ...fields }),
  run: (viewer, { seen, ...edit }) => editComponent(viewer, { ...edit, ...seen }),
  next: () => "/components",
});

export const moveComponentAction = defineAction({
  needs: "component:manage",
  input: z.strictObject({ id, to: z.enum(["up", "down"]) }),
  run: moveComponent,
});

export const archiveComponentAction = defineAction({
  needs: "component:manage",
  input: z.strictObject({ id, isArchived: z.stringbool() }),
  run: archiveComponent,
});
