"use server";

import { z } from "zod";
import { endOtherSessions, endOwnSession } from "@/db/mutations/sessions";
import { defineAction } from "@/lib/action";
import { getSessionId } from "@/lib/auth/viewer";

export const endOwnSessionAction = defineAction({
  needs: "account:own",
  input: z.strictObject({ id: z.string().max(100) }),
  run: (viewer, input) => endOwnSession(viewer, input),
});

export const endOtherSessionsAction = defineAction({
  needs: "account:own",
  input: z.strictObject({}),
  run: async (viewer) => endOtherSessions(viewer, (await getSessionId()) ?? ""),
});
