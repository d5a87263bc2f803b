"use server";

import { z } from "zod";
import { createApiToken, revokeApiToken } from "@/db/mutations/api-tokens";
import { defineAction } from "@/lib/action";
import { tokenFields } from "@/lib/token-fields";

export const createTokenAction = defineAction({
  needs: "token:own",
  needsProof: true,
  input: tokenFields,
  run: (viewer, input) => createApiToken(viewer, input),
});

export const revokeTokenAction = defineAction({
  needs: "token:own",
  input: z.strictObject({ id: z.coerce.number().int() }),
  run: (viewer, input) => revokeApiToken(viewer, input),
});
