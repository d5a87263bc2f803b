import { z } from "zod";
import { draftSection } from "@/db/mutations/section-drafts";
import { discardDraft, draftUpdate } from "@/db/mutations/update-drafts";
import { listUpdateDrafts } from "@/db/queries/update-drafts";
import { incidentKey, line, numberInPath, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { AUDIENCES } from "@/lib/domain/incident";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { requirePostmortemOf } from "../find-postmortem";
import { updateDraft } from "../shapes/draft";
import { ofIncident } from "../shapes/incident";
import { postmortem } from "../shapes/postmortem";

const tags = ["Drafts"];
const params = z.strictObject({ key: incidentKey, id: numberInPath("The draft’s id.") });

const listDrafts = defineOperation({
  id: "listUpdateDrafts",
  method: "GET",
  path: "/incidents/{key}/drafts",
  summary: "List drafts of an incident’s updates",
  description: "The oldest first.",
  tags,
  needs: "incident:update",
  scope: "incidents:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(updateDraft),
  run: (viewer, { params: { key }, query }) =>
    pageWithin(listUpdateDrafts(requireSeen(viewer, key).id), query, ({ id }) => id),
});

const draftOne = defineOperation({
  id: "draftUpdate",
  method: "POST",
  path: "/incidents/{key}/drafts",
  summary: "Draft an update",
  description:
    "It waits beside the incident’s composer, where a person posts it, changed or not, or throws it away. Nobody else reads it.",
  tags,
  needs: "incident:update",
  scope: "drafts:write",
  params: ofIncident,
  body: z.strictObject({
    audience: z.enum(AUDIENCES),
    message: text("Write the message.", 5000),
  }),
  status: 201,
  answer: updateDraft.extend({ key: z.string() }).meta({ id: "DraftedUpdate" }),
  run: (viewer, { params: { key }, body }) => ({ ...draftUpdate(viewer, { key, ...body }), key }),
  location: ({ key, id }) => `/incidents/${encodeURIComponent(key)}/drafts/${id}`,
});

const getDraft = defineOperation({
  id: "getUpdateDraft",
  method: "GET",
  path: "/incidents/{key}/drafts/{id}",
  summary: "Get a draft of an update",
  tags,
  needs: "incident:update",
  scope: "incidents:read",
  params,
  answer: updateDraft,
  run: (viewer, { params: { key, id } }) => draftOf(viewer, key, id),
});

const discard = defineOperation({
  id: "discardUpdateDraft",
  method: "DELETE",
  path: "/incidents/{key}/drafts/{id}",
  summary: "Throw a draft of an update away",
  tags,
  needs: "incident:update",
  scope: "drafts:write",
  params,
  seen: getDraft,
  run: (viewer, { params: { key, id } }) => discardDraft(viewer, { key, id }),
});

const draftPart = defineOperation({
  id: "draftPostmortemSection",
  method: "POST",
  path: "/incidents/{key}/postmortem/sections",
  summary: "Draft a section of a postmortem",
  description:
    "The postmortem is begun where nobody has begun it. The section ends with a TODO, so that nobody outside reads it before a person did. What people wrote stays: the answer is then 409 with their text as `current`, and only a draft that sends it as `seen` takes its place.",
  tags,
  needs: "postmortem:edit",
  scope: "drafts:write",
  params: ofIncident,
  body: z.strictObject({
    title: line("Name the section.").meta({ description: "The words of its heading." }),
    body: text("Write the section.", 50_000).meta({
      description: "Markdown, with headings of the third depth at most.",
    }),
    seen: z.string().max(300_000).optional().meta({
      description: "What stands below the heading, where somebody wrote it already.",
    }),
  }),
  answer: postmortem,
  run(viewer, { params: { key }, body }) {
    draftSection(viewer, { key, ...body });
    return requirePostmortemOf(viewer, key);
  },
});

export const DRAFT_OPERATIONS = [listDrafts, draftOne, getDraft, discard, draftPart];

function draftOf(viewer: Viewer, key: string, id: number) {
  const { id: incidentId } = requireSeen(viewer, key);
  const found = listUpdateDrafts(incidentId).find((each) => each.id === id);
  if (!found) throw new NotFoundError(`There is no draft ${id} of ${key}.`);
  return found;
}
