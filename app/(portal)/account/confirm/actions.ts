"use server";

import { z } from "zod";
import { requireOwnCode, requireOwnPassword } from "@/db/mutations/passwords";
import { noteProof } from "@/db/mutations/sessions";
import { defineAction } from "@/lib/action";
import { getSessionId } from "@/lib/auth/viewer";
import { safeCallback } from "@/lib/domain/callback";

export const proveAction = defineAction({
  needs: "account:own",
  input: z.strictObject({
    password: z.string().min(1, "Enter your password.").optional(),
    code: z.string().min(1, "Enter the code of your app.").max(40).optional(),
    callbackUrl: z.string().optional(),
  }),
  run: async (viewer, { password, code }) => {
    if (code === undefined) await requireOwnPassword(viewer, password ?? "", "password");
    else requireOwnCode(viewer, code);
    noteProof((await getSessionId()) ?? "", Date.now());
  },
  next: (_, { callbackUrl }) => safeCallback(callbackUrl),
});
