"use server";

import { z } from "zod";
import { acknowledge, putOffCall } from "@/db/mutations/escalations";
import { defineAction } from "@/lib/action";

const input = z.strictObject({ key: z.string().max(200) });

export const acknowledgeAction = defineAction({
  needs: "incident:update",
  input,
  run: (viewer, choice) => acknowledge(viewer, choice),
});

export const putOffCallAction = defineAction({
  needs: "incident:update",
  input,
  run: (viewer, choice) => putOffCall(viewer, choice),
});
