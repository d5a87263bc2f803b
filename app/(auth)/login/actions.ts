"use server";

import { z } from "zod";
import { signInWithPassword } from "@/db/mutations/sign-in";
import { wayOfSession } from "@/db/queries/auth/sessions";
import { defineAction, definePublicAction } from "@/lib/action";
import { arrivalNow } from "@/lib/auth/arrival";
import { endSignIn } from "@/lib/auth/config";
import { enter } from "@/lib/auth/enter";
import { getSessionId } from "@/lib/auth/viewer";
import { safeCallback } from "@/lib/domain/callback";
import { env } from "@/lib/env";

export const signInAction = definePublicAction({
  via: "sign-in",
  input: z.object({
    email: z.string().trim().min(1, "Enter your email.").max(254, "Use at most 254 characters."),
    password: z.string().min(1, "Enter your password."),
    callbackUrl: z.string().optional(),
  }),
  run: async ({ email, password }) => {
    const attempt = { email, password, breakGlass: env().breakGlass, ...(await arrivalNow()) };
    return enter(await signInWithPassword(attempt, Date.now()));
  },
  next: ({ is }, { callbackUrl }) => {
    const target = safeCallback(callbackUrl);
    return is === "whole" ? target : `/login/code?${new URLSearchParams({ callbackUrl: target })}`;
  },
});

export const signOutAction = defineAction({
  needs: "session:end",
  input: z.object({}),
  run: async () => {
    const way = wayOfSession((await getSessionId()) ?? "");
    await endSignIn();
    return way;
  },
  next: (way) => (way === "provider" ? "/login?news=left" : "/login"),
});
