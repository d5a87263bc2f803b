"use server";

import { z } from "zod";
import { changeOwnPassword } from "@/db/mutations/passwords";
import { renameSelf } from "@/db/mutations/users";
import { defineAction } from "@/lib/action";
import { getSessionId } from "@/lib/auth/viewer";
import { requiredLine } from "@/lib/fields";

export const renameSelfAction = defineAction({
  needs: "account:own",
  input: z.strictObject({ name: requiredLine("Enter your name.", 100) }),
  run: renameSelf,
});

export const changePasswordAction = defineAction({
  needs: "account:own",
  input: z.strictObject({
    oldPassword: z.string().min(1, "Enter the password that you have now."),
    password: z.string().min(1, "Choose a password."),
  }),
  run: async (viewer, { oldPassword: old, password }) =>
    changeOwnPassword(viewer, { old, password, sessionId: (await getSessionId()) ?? "" }),
});
