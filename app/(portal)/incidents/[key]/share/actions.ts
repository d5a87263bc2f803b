"use server";

import { z } from "zod";
import {
  changeShareLink,
  createShareLink,
  revokeShareLink,
  rotateShareLink,
  type FreshLink,
} from "@/db/mutations/share-links";
import { publishWaiting, retractUpdate } from "@/db/mutations/status-page";
import { defineAction } from "@/lib/action";
import { hashPasscode } from "@/lib/auth/password";
import { env } from "@/lib/env";
import { optionalDays, passcodeField, shareFields } from "@/lib/share-fields";

const key = z.string().max(200);
const id = z.coerce.number().int();

const addressOf = ({ token, expiresAt }: FreshLink) => ({
  url: `${env().baseUrl}/s/${token}`,
  expiresAt,
});

export const createShareLinkAction = defineAction({
  needs: "share-link:manage",
  input: z.strictObject({ key, ...shareFields, days: optionalDays, passcode: passcodeField }),
  run: async (viewer, { passcode, postmortem, money, ...input }) => {
    const passcodeHash = passcode === undefined ? undefined : await hashPasscode(passcode);
    const chosen = { ...input, passcodeHash, showsMoney: money, showsPostmortem: postmortem };
    return addressOf(createShareLink(viewer, chosen));
  },
});

export const changeShareLinkAction = defineAction({
  needs: "share-link:manage",
  input: z.strictObject({
    id,
    version: z.coerce.number().int(),
    ...shareFields,
    days: optionalDays,
    passcode: passcodeField,
    noPasscode: z.literal("yes").optional(),
  }),
  run: async (viewer, { passcode, noPasscode, postmortem, money, ...input }) => {
    const hash = passcode === undefined ? undefined : await hashPasscode(passcode);
    const passcodeHash = noPasscode ? null : hash;
    const chosen = { ...input, passcodeHash, showsMoney: money, showsPostmortem: postmortem };
    changeShareLink(viewer, chosen);
  },
});

export const rotateShareLinkAction = defineAction({
  needs: "share-link:manage",
  input: z.strictObject({ id }),
  run: (viewer, link) => addressOf(rotateShareLink(viewer, link)),
});

export const revokeShareLinkAction = defineAction({
  needs: "share-link:manage",
  input: z.strictObject({ id }),
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
