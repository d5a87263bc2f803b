"use server";

import { z } from "zod";
import { acknowledgeByLink } from "@/db/mutations/escalations";
import { definePublicAction } from "@/lib/action";
import { callLinkPath } from "@/lib/domain/escalation";

export const acknowledgeByLinkAction = definePublicAction({
  input: z.object({ token: z.string().max(100) }),
  run: (link) => acknowledgeByLink(link),
  next: (_, { token }) => callLinkPath(token),
});
