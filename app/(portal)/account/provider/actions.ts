"use server";

import { z } from "zod";
import { dropOffer, linkIdentity, unlinkIdentity } from "@/db/mutations/identities";
import { defineAction } from "@/lib/action";
import { getSessionId } from "@/lib/auth/viewer";
import { maySignInByPassword } from "@/lib/domain/provider";
import { env } from "@/lib/env";

const own = { needs: "account:own" } as const;
const sessionId = async () => (await getSessionId()) ?? "";

export const linkProviderAction = defineAction({
  ...own,
  needsProof: true,
  input: z.strictObject({}),
  run: async (viewer) => linkIdentity(viewer, await sessionId()),
});

export const refuseOfferAction = defineAction({
  ...own,
  input: z.strictObject({}),
  run: async (viewer) => dropOffer(viewer, await sessionId()),
});

export const unlinkProviderAction = defineAction({
  ...own,
  needsProof: true,
  input: z.strictObject({ id: z.coerce.number().int() }),
  run: (viewer, { id }) => {
    const mayUsePassword = maySignInByPassword(viewer.email, env().breakGlass);
    unlinkIdentity(viewer, { id, mayUsePassword });
  },
});
