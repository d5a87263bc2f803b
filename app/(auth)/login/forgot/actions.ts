"use server";

import { z } from "zod";
import { askForReset } from "@/db/mutations/passwords";
import { definePublicAction } from "@/lib/action";
import { arrivalNow } from "@/lib/auth/arrival";

export const askForResetAction = definePublicAction({
  via: "sign-in",
  input: z.object({
    email: z.string().trim().min(1, "Enter your email.").max(254, "Use at most 254 characters."),
  }),
  run: async ({ email }) => askForReset(email, await arrivalNow()),
});
