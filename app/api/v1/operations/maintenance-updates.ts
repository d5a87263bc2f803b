import { z } from "zod";
import {
  correctMaintenanceUpdate,
  postMaintenanceUpdate,
} from "@/db/mutations/maintenance-updates";
import { statesById, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { NotFoundError } from "@/lib/domain/error";
import { MAINTENANCE_STATUSES } from "@/lib/domain/site";
import { maintenance, maintenanceUpdate, ofWork, workId } from "../shapes/maintenance";
import { workOf } from "./maintenance";

const about = {
  tags: ["Maintenance"],
  needs: "maintenance:manage",
  scope: "components:write",
} as const;
const params = z.strictObject({ id: workId, update: workId });
const message = text("Write the message.", 5000);

const getUpdate = defineOperation({
  ...about,
  id: "getMaintenanceUpdate",
  method: "GET",
  path: "/maintenance/{id}/updates/{update}",
  summary: "Get an update of maintenance",
  needs: "portal:read",
  scope: "components:read",
  params,
  answer: maintenanceUpdate,
  run: (_, { params: { id, update } }) => updateOf(id, update),
});

const post = defineOperation({
  ...about,
  id: "postMaintenanceUpdate",
  method: "POST",
  path: "/maintenance/{id}/updates",
  summary: "Tell readers of maintenance",
  description: "A new status begins or ends it; components then are as the plan says.",
  params: ofWork,
  body: z.strictObject({
    body: message.optional().meta({ description: "Words of ours where a new status has none." }),
    status: z.enum(MAINTENANCE_STATUSES).optional(),
    components: statesById.default({}),
  }),
  answer: maintenance,
  run(viewer, { params: { id }, body }) {
    postMaintenanceUpdate(viewer, { id, ...body, seenStatus: workOf(id).status });
    return workOf(id);
  },
});

const correct = defineOperation({
  ...about,
  id: "correctMaintenanceUpdate",
  method: "PATCH",
  path: "/maintenance/{id}/updates/{update}",
  summary: "Correct an update of maintenance",
  params,
  body: z.strictObject({ body: message }),
  answer: maintenanceUpdate,
  seen: getUpdate,
  run(viewer, { params: { id, update }, body: { body } }) {
    const seen = updateOf(id, update).body;
    correctMaintenanceUpdate(viewer, { id, update, body, seen });
    return updateOf(id, update);
  },
});

export const MAINTENANCE_UPDATE_OPERATIONS = [post, getUpdate, correct];

function updateOf(id: string, wanted: string) {
  const found = workOf(id).updates.find((update) => update.id === wanted);
  if (!found) throw new NotFoundError("This update is not there.");
  return found;
}
