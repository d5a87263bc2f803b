"use server";

import { z } from "zod";
import { defineAction, definePublicAction } from "@/lib/action";
import { endSignIn, startSignIn } from "@/lib/auth/config";
import { safeCallback } from "@/lib/domain/callback";

export const signInAction = definePublicAction({
  via: "sign-in",
  input: z.object({
    email: z.string().trim().min(1, "Enter your email.").max(254, "Use at most 254 characters."),
    password: z.string().min(1, "Enter your password."),
    callbackUrl: z.string().optional(),
  }),
  run: ({ email, password }) => startSignIn(email, password),
  next: (_, { callbackUrl }) => safeCallback(callbackUrl),
});

export const signOutAction = defineAction({
  needs: "session:end",
  input: z.unknown(),
  run: endSignIn,
  next: () => "/login",
});
