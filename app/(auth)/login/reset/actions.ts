"use server";

import { z } from "zod";
import { resetPassword } from "@/db/mutations/passwords";
import { definePublicAction } from "@/lib/action";

export const resetPasswordAction = definePublicAction({
  via: "sign-in",
  input: z.object({
    token: z.string().max(100),
    password: z.string().min(1, "Choose a password."),
  }),
  run: (input) => resetPassword(input),
  next: () => "/login?news=new-password",
});
