"use server";

import { z } from "zod";
import { changePolicy, restorePolicy } from "@/db/mutations/deadline-policies";
import { setDeadline } from "@/db/mutations/deadlines";
import { defineAction } from "@/lib/action";
import { deadlineFields } from "@/lib/deadline-fields";
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

export const setDeadlineAction = defineAction({
  needs: "action-item:edit",
  input: z.strictObject({
    ...deadlineFields,
    id: z.coerce.number().int(),
    seen: z.string().max(200),
  }),
  run: (viewer, edit) => setDeadline(viewer, edit),
});

export const restorePolicyAction = defineAction({
  needs: "deadline:manage",
  input: z.strictObject({}),
  run: restorePolicy,
});
