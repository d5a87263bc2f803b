"use server";

import { z } from "zod";
import { setUp } from "@/db/mutations/invitations";
import { startAs } from "@/db/mutations/sign-in";
import { definePublicAction } from "@/lib/action";
import { arrivalNow } from "@/lib/auth/arrival";
import { enter } from "@/lib/auth/enter";
import { requiredLine } from "@/lib/fields";

export const setUpAction = definePublicAction({
  via: "sign-in",
  input: z.object({
    code: requiredLine("Enter the code that the start printed.", 100),
    name: requiredLine("Enter your name.", 100),
    email: z.email("Enter your e-mail address.").max(254, "Use at most 254 characters."),
    password: z.string().min(1, "Choose a password."),
  }),
  run: async (input) => {
    const { userId } = await setUp(input);
    return enter(startAs(userId, "link", await arrivalNow()));
  },
  next: () => "/incidents",
});
