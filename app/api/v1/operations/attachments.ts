import { z } from "zod";
import { linkEvent, removeLink } from "@/db/mutations/event-links";
import { getTimelineRow } from "@/db/queries/timeline-rows";
import { listLinks } from "@/db/queries/timeline-view";
import { incidentKey, line, numberInPath, seqInPath } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";

const tags = ["Timeline"];
const ofRow = z.strictObject({ key: incidentKey, seq: seqInPath });
const params = ofRow.extend({ id: numberInPath("The attachment’s id.") });
const attachment = z
  .object({
    id: z.int(),
    title: z.string(),
    url: z.string().nullable(),
    picture: z.string().nullable().meta({ description: "Where the portal serves the picture." }),
    addedBy: z.string(),
  })
  .meta({ id: "Attachment", description: "An address or a picture on a row of the timeline." });

const listAttachments = defineOperation({
  id: "listAttachments",
  method: "GET",
  path: "/incidents/{key}/timeline/{seq}/attachments",
  summary: "List what is attached to a row",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofRow,
  query: z.strictObject(pageQuery),
  answer: listOf(attachment),
  run: (viewer, { params: { key, seq }, query }) =>
    pageWithin(attachmentsOf(viewer, key, seq), query, ({ id }) => id),
});

const getAttachment = defineOperation({
  id: "getAttachment",
  method: "GET",
  path: "/incidents/{key}/timeline/{seq}/attachments/{id}",
  summary: "Get what is attached to a row",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params,
  answer: attachment,
  run: (viewer, { params: { key, seq, id } }) => attachmentOf(viewer, key, seq, id),
});

const attachAddress = defineOperation({
  id: "attachAddress",
  method: "POST",
  path: "/incidents/{key}/timeline/{seq}/attachments",
  summary: "Attach an address to a row",
  tags,
  needs: "timeline:edit",
  scope: "timeline:write",
  params: ofRow,
  body: z.strictObject({
    url: line("Write the address.", 2000),
    title: line("Say what it shows."),
  }),
  answer: attachment,
  run(viewer, { params: { key, seq }, body }) {
    linkEvent(viewer, { key, seq, ...body });
    return attachmentsOf(viewer, key, seq).at(-1) ?? gone();
  },
});

const removeAttachment = defineOperation({
  id: "removeAttachment",
  method: "DELETE",
  path: "/incidents/{key}/timeline/{seq}/attachments/{id}",
  summary: "Remove what is attached to a row",
  tags,
  needs: "timeline:edit",
  scope: "timeline:write",
  params,
  seen: getAttachment,
  run(viewer, { params: { key, seq, id } }) {
    attachmentOf(viewer, key, seq, id);
    removeLink(viewer, { key, id });
  },
});

export const ATTACHMENT_OPERATIONS = [
  listAttachments,
  attachAddress,
  getAttachment,
  removeAttachment,
];

function attachmentsOf(viewer: Viewer, key: string, seq: number) {
  const row = getTimelineRow(requireSeen(viewer, key).id, seq);
  if (!row) throw new NotFoundError(`There is no event ${seq} in ${key}.`);
  return listLinks([row.id]).map(({ picture, ...link }) => ({
    ...link,
    picture: picture && `/files/${picture}`,
  }));
}

const attachmentOf = (viewer: Viewer, key: string, seq: number, wanted: number) =>
  attachmentsOf(viewer, key, seq).find(({ id }) => id === wanted) ?? gone();

function gone(): never {
  throw new NotFoundError("This attachment is not there.");
}
