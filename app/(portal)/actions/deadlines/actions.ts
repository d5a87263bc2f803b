"use server";

import { z } from "zod";
import { changePolicy, restorePolicy } from "@/db/mutations/deadline-policies";
import { defineAction } from "@/lib/action";
import { jsonOf } from "@/lib/fields";

const days = z.string().max(20);

export const changePolicyAction = defineAction({
  needs: "deadline:manage",
  input: z
    .object({ seen: jsonOf(z.record(z.string(), days)) })
    .catchall(days)
    .transform(({ seen, ...written }) => ({ seen, days: written })),
  run: changePolicy,
});

export const restorePolicyAction = defineAction({
  needs: "deadline:manage",
  input: z.strictObject({}),
  run: restorePolicy,
});
