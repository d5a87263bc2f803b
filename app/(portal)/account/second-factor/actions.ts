"use server";

import { z } from "zod";
import { requireOwnPassword } from "@/db/mutations/passwords";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "@/db/mutations/second-factors";
import { defineAction } from "@/lib/action";
import { requiredLine } from "@/lib/fields";

const nothing = z.strictObject({});

export const beginFactorAction = defineAction({
  needs: "account:own",
  needsProof: true,
  input: nothing,
  run: (viewer) => beginSecondFactor(viewer),
});

export const confirmFactorAction = defineAction({
  needs: "account:own",
  input: z.strictObject({ code: requiredLine("Enter the code that the app shows.", 20) }),
  run: (viewer, input) => confirmSecondFactor(viewer, input),
});

export const renewCodesAction = defineAction({
  needs: "account:own",
  needsProof: true,
  input: nothing,
  run: (viewer) => renewRecoveryCodes(viewer),
});

export const switchOffFactorAction = defineAction({
  needs: "account:own",
  needsProof: true,
  input: z.strictObject({ password: z.string().min(1, "Enter your password.").optional() }),
  run: async (viewer, { password = "" }) => {
    await requireOwnPassword(viewer, password, "password");
    removeSecondFactor(viewer, viewer.userId);
  },
});
