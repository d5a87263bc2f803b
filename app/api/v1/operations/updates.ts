import { z } from "zod";
import { correctMessage } from "@/db/mutations/corrections";
import { publishWaiting, retractUpdate } from "@/db/mutations/status-page";
import { postUpdate } from "@/db/mutations/updates";
import { listPostedMessages } from "@/db/queries/posted-messages";
import { givenTime, incidentKey, seqInPath, statesById, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { AUDIENCES, INCIDENT_STATUSES } from "@/lib/domain/incident";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";
import { update } from "../shapes/timeline";

const tags = ["Updates"];
const params = z.strictObject({ key: incidentKey, seq: seqInPath });
const message = text("Write the message.", 5000);
const confirmed = z
  .array(z.string().max(1000))
  .max(200)
  .default([])
  .meta({ description: "The keys of the findings that were looked at and posted anyway." });

const listUpdates = defineOperation({
  id: "listUpdates",
  method: "GET",
  path: "/incidents/{key}/updates",
  summary: "List an incident’s updates",
  description: "The oldest first.",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(update),
  run: (viewer, { params, query }) =>
    pageWithin(listPostedMessages(requireSeen(viewer, params.key).id), query, ({ seq }) => seq),
});

const getUpdate = defineOperation({
  id: "getUpdate",
  method: "GET",
  path: "/incidents/{key}/updates/{seq}",
  summary: "Get an update",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params,
  answer: update,
  run: (viewer, { params: { key, seq } }) => updateOf(viewer, key, seq),
});

const postUpdateOperation = defineOperation({
  id: "postUpdate",
  method: "POST",
  path: "/incidents/{key}/updates",
  summary: "Post an update",
  description:
    "To `external` it is on the public page at once. What differs from the record is asked about first, as a problem with `findings`.",
  tags,
  needs: "incident:update",
  scope: "updates:write",
  params: ofIncident,
  body: z.strictObject({
    audience: z.enum(AUDIENCES),
    message,
    status: z.enum(INCIDENT_STATUSES).optional(),
    nextUpdateAt: givenTime.optional(),
    nextUpdateMinutes: z.int().min(1).max(10_080).optional(),
    asUsual: z
      .boolean()
      .default(false)
      .meta({ description: "Promises the next update as often as the severity asks." }),
    components: statesById.optional(),
    confirmed,
  }),
  status: 201,
  answer: update.extend({ key: z.string() }).meta({ id: "PostedUpdate" }),
  run(viewer, { params: { key }, body }) {
    const { seq } = postUpdate(viewer, { key, ...body });
    return { ...updateOf(viewer, key, seq), key };
  },
  location: ({ key, seq }) => `/incidents/${encodeURIComponent(key)}/updates/${seq}`,
});

const correctUpdate = defineOperation({
  id: "correctUpdate",
  method: "PATCH",
  path: "/incidents/{key}/updates/{seq}",
  summary: "Correct an update",
  description: "What it said is kept; readers of the public page see that it was corrected.",
  tags,
  needs: "incident:update",
  scope: "updates:write",
  params,
  body: z.strictObject({ message, confirmed }),
  answer: update,
  seen: getUpdate,
  run(viewer, { params: { key, seq }, body }) {
    const { version } = updateOf(viewer, key, seq);
    correctMessage(viewer, { key, seq, version, ...body });
    return updateOf(viewer, key, seq);
  },
});

const publishUpdate = defineOperation({
  id: "publishUpdate",
  method: "POST",
  path: "/incidents/{key}/updates/{seq}/publication",
  summary: "Put an update on the public page",
  description: "For messages to outsiders that are not there yet, as those of imported incidents.",
  tags,
  needs: "incident:publish",
  scope: "updates:write",
  params,
  answer: update,
  run(viewer, { params: { key, seq } }) {
    publishWaiting(viewer, { key, seq });
    return updateOf(viewer, key, seq);
  },
});

const retractUpdateOperation = defineOperation({
  id: "retractUpdate",
  method: "DELETE",
  path: "/incidents/{key}/updates/{seq}/publication",
  summary: "Take an update off the public page",
  description: "`If-Match` names the ETag of the update.",
  tags,
  needs: "incident:publish",
  scope: "updates:write",
  params,
  seen: getUpdate,
  run(viewer, { params: { key, seq } }) {
    const { publicId } = updateOf(viewer, key, seq);
    if (publicId === null) throw new DomainError("This update is not on the public page.");
    retractUpdate(viewer, publicId);
  },
});

export const UPDATE_OPERATIONS = [
  listUpdates,
  postUpdateOperation,
  getUpdate,
  correctUpdate,
  publishUpdate,
  retractUpdateOperation,
];

function updateOf(viewer: Viewer, key: string, seq: number) {
  const { id } = requireSeen(viewer, key);
  const found = listPostedMessages(id).find((each) => each.seq === seq);
  if (!found) throw new NotFoundError(`There is no update ${seq} of ${key}.`);
  return found;
}
