import { z } from "zod";
import { recordReading } from "@/db/mutations/audit";
import { publishEdition } from "@/db/mutations/editions";
import { getEdition, listEditions } from "@/db/queries/editions";
import { exportMarkdown } from "@/db/queries/postmortem-export";
import { nextEditionOf } from "@/db/queries/publication";
import { incidentKey, numberInPath, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { ConflictError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { requirePostmortemOf } from "../find-postmortem";
import { ofIncident } from "../shapes/incident";
import { edition, listedEdition } from "../shapes/postmortem";

const tags = ["Postmortems"];

const listPublished = defineOperation({
  id: "listEditions",
  method: "GET",
  path: "/incidents/{key}/postmortem/editions",
  summary: "List what was published of a postmortem",
  description: "The newest first.",
  tags,
  needs: "portal:read",
  scope: "postmortems:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(listedEdition),
  run: (viewer, { params: { key }, query }) =>
    pageWithin(listEditions(requireSeen(viewer, key).id), query, ({ number }) => number),
});

const getPublished = defineOperation({
  id: "getEdition",
  method: "GET",
  path: "/incidents/{key}/postmortem/editions/{number}",
  summary: "Get an edition of a postmortem",
  tags,
  needs: "portal:read",
  scope: "postmortems:read",
  params: z.strictObject({ key: incidentKey, number: numberInPath("The edition’s number.") }),
  answer: edition,
  run: (viewer, { params: { key, number } }) => editionOf(viewer, key, number),
});

const publish = defineOperation({
  id: "publishPostmortem",
  method: "POST",
  path: "/incidents/{key}/postmortem/editions",
  summary: "Publish a postmortem to everyone who signs in",
  tags,
  needs: "postmortem:publish",
  scope: "postmortems:write",
  params: ofIncident,
  body: z.strictObject({
    mark: z.string().max(200).meta({ description: "The `mark` of the text that was read." }),
    note: text("Say what changed.", 500)
      .optional()
      .meta({ description: "What changed since the edition before; needed from the second on." }),
    withoutApproval: z.boolean().default(false),
  }),
  status: 201,
  answer: edition.extend({ key: z.string() }).meta({ id: "PublishedEdition" }),
  run(viewer, { params: { key }, body: { mark, ...choice } }) {
    const stands = requirePostmortemOf(viewer, key);
    if (stands.mark !== mark) {
      throw new ConflictError("The text changed after you looked at it. Look at it again.", {
        mark: stands.mark,
      });
    }
    const { id } = requireSeen(viewer, key);
    const { number } = publishEdition(viewer, {
      key,
      edition: stands.edition ?? 0,
      seen: nextEditionOf(viewer, id)?.seen ?? "",
      ...choice,
    });
    return { ...editionOf(viewer, key, number), key };
  },
  location: ({ key, number }) =>
    `/incidents/${encodeURIComponent(key)}/postmortem/editions/${number}`,
});

const exportText = defineOperation({
  id: "exportPostmortem",
  method: "GET",
  path: "/incidents/{key}/postmortem/export",
  summary: "Export a postmortem as Markdown",
  description: "As it stands, or an edition of it. The audit record keeps who did so.",
  tags,
  needs: "incident:export",
  scope: "postmortems:read",
  params: ofIncident,
  query: z.strictObject({ edition: numberInPath("The edition’s number.").optional() }),
  answer: z.string(),
  mediaType: "text/markdown; charset=utf-8",
  run(viewer, { params: { key }, query: { edition } }) {
    const written = exportMarkdown(viewer, { key, edition });
    if (written === undefined) throw new NotFoundError("There is no such postmortem.");
    const detail = { as: "markdown", edition: edition ?? null };
    const { id } = requireSeen(viewer, key);
    recordReading(viewer.name, "postmortem:export", `incident ${key}`, detail, id);
    return written;
  },
});

export const EDITION_OPERATIONS = [listPublished, publish, getPublished, exportText];

function editionOf(viewer: Viewer, key: string, number: number) {
  const found = getEdition(requireSeen(viewer, key).id, number);
  if (!found) throw new NotFoundError("There is no such edition.");
  return found;
}
