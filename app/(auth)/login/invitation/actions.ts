"use server";

import { z } from "zod";
import { acceptInvitation } from "@/db/mutations/invitations";
import { startAs } from "@/db/mutations/sign-in";
import { definePublicAction } from "@/lib/action";
import { arrivalNow } from "@/lib/auth/arrival";
import { enter } from "@/lib/auth/enter";
import { DomainError } from "@/lib/domain/error";
import { env } from "@/lib/env";
import { requiredLine } from "@/lib/fields";

export const acceptInvitationAction = definePublicAction({
  via: "sign-in",
  input: z.object({
    token: z.string().max(100),
    name: requiredLine("Enter your name.", 100),
    password: z.string().min(1, "Choose a password."),
  }),
  run: async (input) => {
    if (env().breakGlass) throw new DomainError("Passwords are off here: join with the provider.");
    const { userId } = await acceptInvitation(input);
    return enter(startAs(userId, "link", await arrivalNow()));
  },
  next: () => "/incidents",
});
