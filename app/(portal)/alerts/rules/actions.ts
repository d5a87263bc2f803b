"use server";

import { z } from "zod";
import {
  addRule,
  editRule,
  moveRule,
  removeRule,
  switchRule,
} from "@/db/mutations/alert-rule-edits";
import { defineAction } from "@/lib/action";
import { editedRuleInput, newRuleInput } from "./rule-input";

const id = z.coerce.number().int();

export const addRuleAction = defineAction({
  needs: "alert-rule:manage",
  input: newRuleInput,
  run: addRule,
  next: () => "/alerts/rules",
});

export const editRuleAction = defineAction({
  needs: "alert-rule:manage",
  input: editedRuleInput,
  run: editRule,
  next: () => "/alerts/rules",
});

export const moveRuleAction = defineAction({
  needs: "alert-rule:manage",
  input: z.strictObject({ id, to: z.enum(["up", "down"]) }),
  run: moveRule,
});

export const switchRuleAction = defineAction({
  needs: "alert-rule:manage",
  input: z.strictObject({ id, to: z.enum(["on", "off"]) }),
  run: (viewer, choice) => switchRule(viewer, choice),
});

export const removeRuleAction = defineAction({
  needs: "alert-rule:manage",
  input: z.strictObject({ id }),
  run: removeRule,
});
