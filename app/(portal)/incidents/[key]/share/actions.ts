"use server";

import { z } from "zod";
import { createShareLink, revokeShareLink } from "@/db/mutations/share-links";
import { publishWaiting, retractUpdate } from "@/db/mutations/status-page";
import { defineAction } from "@/lib/action";
import { SHARE_LINK_DAYS } from "@/lib/domain/share-link";
import { env } from "@/lib/env";
import { requiredLine } from "@/lib/fields";

const key = z.string().max(200);

export const createShareLinkAction = defineAction({
  needs: "share-link:manage",
  input: z.strictObject({
    key,
    label: requiredLine("Say who the link is for.", 80),
    days: z.coerce.number("Choose a number of days.").int().min(1).max(SHARE_LINK_DAYS.most),
  }),
  run: (viewer, input) => {
    const { token, expiresAt } = createShareLink(viewer, input);
    return { url: `${env().baseUrl}/s/${token}`, expiresAt };
  },
});

export const revokeShareLinkAction = defineAction({
  needs: "share-link:manage",
  input: z.strictObject({ id: z.coerce.number().int() }),
  run: revokeShareLink,
});

export const publishWaitingAction = defineAction({
  needs: "incident:publish",
  input: z.strictObject({ key, seq: z.coerce.number().int().optional() }),
  run: publishWaiting,
});

export const retractUpdateAction = defineAction({
  needs: "incident:publish",
  input: z.strictObject({ updateId: z.string().max(12) }),
  run: (viewer, { updateId }) => retractUpdate(viewer, updateId),
});
