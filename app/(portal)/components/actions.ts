"use server";

import { z } from "zod";
import { moveComponent } from "@/db/mutations/component-order";
import { addComponent, archiveComponent, editComponent } from "@/db/mutations/components";
import { defineAction } from "@/lib/action";
import { isCalendarDay } from "@/lib/domain/time";
import { jsonOf, optional, requiredLine, requiredText } from "@/lib/fields";

const id = z.coerce.number().int();
const version = jsonOf(z.strictObject({ version: z.int() }));
const named = {
  name: requiredLine("Name it as customers know it.", 80),
  description: optional(requiredText("Describe it.", 300)),
};
const fields = {
  ...named,
  serviceId: optional(id),
  groupId: optional(id),
  showsUptime: z.literal("on").optional(),
  isOnlyShownDegraded: z.literal("on").optional(),
  startDate: optional(z.string().refine(isCalendarDay, "Choose a day of the calendar.")),
};

type Ticks = { showsUptime?: "on" | undefined; isOnlyShownDegraded?: "on" | undefined };

const ticksOf = ({ showsUptime, isOnlyShownDegraded }: Ticks) => ({
  showsUptime: showsUptime === "on",
  isOnlyShownDegraded: isOnlyShownDegraded === "on",
});

export const addComponentAction = defineAction({
  needs: "component:manage",
  input: z.strictObject(fields),
  run: (viewer, component) => addComponent(viewer.name, { ...component, ...ticksOf(component) }),
  next: () => "/components",
});

export const editComponentAction = defineAction({
  needs: "component:manage",
  input: z.strictObject({ id, seen: version, ...fields }),
  run: (viewer, { seen, ...edit }) => editComponent(viewer, { ...edit, ...seen, ...ticksOf(edit) }),
  next: () => "/components",
});

export const addGroupAction = defineAction({
  needs: "component:manage",
  input: z.strictObject(named),
  run: (viewer, group) => addComponent(viewer.name, { ...group, isGroup: true }),
  next: () => "/components",
});

export const editGroupAction = defineAction({
  needs: "component:manage",
  input: z.strictObject({ id, seen: version, ...named }),
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
