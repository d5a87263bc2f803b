"use server";

import { z } from "zod";
import { finishSignIn } from "@/db/mutations/sign-in";
import { definePublicAction } from "@/lib/action";
import { arrivalNow } from "@/lib/auth/arrival";
import { enter } from "@/lib/auth/enter";
import { heldCookie } from "@/lib/auth/sign-in-cookies";
import { safeCallback } from "@/lib/domain/callback";
import { requiredLine } from "@/lib/fields";

export const enterCodeAction = definePublicAction({
  via: "sign-in",
  input: z.object({
    code: requiredLine("Enter the code of your app.", 40),
    callbackUrl: z.string().optional(),
  }),
  run: async ({ code }) => {
    const half = (await heldCookie("half")) ?? "";
    return enter(finishSignIn({ half, code, ...(await arrivalNow()) }, Date.now()));
  },
  next: (_, { callbackUrl }) => safeCallback(callbackUrl),
});
