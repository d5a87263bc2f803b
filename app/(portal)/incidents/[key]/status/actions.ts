"use server";

import { z } from "zod";
import { changeStatus } from "@/db/mutations/status";
import { defineAction } from "@/lib/action";
import { INCIDENT_STATUSES } from "@/lib/domain/incident";

export const changeStatusAction = defineAction({
  needs: "incident:update",
  input: z.strictObject({
    key: z.string().max(200),
    status: z.enum(INCIDENT_STATUSES).exclude(["resolved"]),
    seenStatus: z.string().max(200),
  }),
  run: changeStatus,
  next: (_, { key }) => `/incidents/${key}`,
});
