"use server";

import { z } from "zod";
import { correctHistory, setComponentState } from "@/db/mutations/component-history";
import { defineAction } from "@/lib/action";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import { optional, requiredLine, utcTime } from "@/lib/fields";

const status = z.enum(COMPONENT_STATUSES, "Choose a state.");
const component = z.string().max(20);
const id = z.coerce.number().int();
const about = {
  component,
  reason: requiredLine("Say why.", 300),
  confirms: z.string().max(300).optional(),
};

const historyPath = (_: unknown, input: { component: string }) =>
  `/components/${input.component}#history`;

export const setComponentStateAction = defineAction({
  needs: "component:set-state",
  input: z.strictObject({ component, status, at: optional(utcTime), seen: status }),
  run: (viewer, { seen, ...state }) => setComponentState(viewer, { ...state, seenStatus: seen }),
});

export const addStateAction = defineAction({
  needs: "component:manage",
  input: z.strictObject({ ...about, status, at: utcTime }),
  run: (viewer, { status, at, ...correction }) =>
    correctHistory(viewer, { ...correction, change: { kind: "add", status, at } }),
  next: historyPath,
});

export const correctStateAction = defineAction({
  needs: "component:manage",
  input: z.strictObject({ ...about, id, status, at: utcTime }),
  run: (viewer, { id, status, at, ...correction }) =>
    correctHistory(viewer, { ...correction, change: { kind: "correct", id, status, at } }),
  next: (_, { component, id }) => `/components/${component}#state-${id}`,
});

export const withdrawStateAction = defineAction({
  needs: "component:manage",
  input: z.strictObject({ ...about, id }),
  run: (viewer, { id, ...correction }) =>
    correctHistory(viewer, { ...correction, change: { kind: "withdraw", id } }),
  next: historyPath,
});
