"use server";

import { z } from "zod";
import { sendAgain } from "@/db/mutations/outbox";
import { defineAction } from "@/lib/action";

export const sendAgainAction = defineAction({
  needs: "message:manage",
  input: z.strictObject({ id: z.coerce.number().int() }),
  run: (viewer, message) => sendAgain(viewer, message),
});
