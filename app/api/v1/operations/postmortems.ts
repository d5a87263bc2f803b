import { z } from "zod";
import { startPostmortem } from "@/db/mutations/postmortem-drafts";
import { savePostmortem } from "@/db/mutations/postmortems";
import { countPostmortems, listPostmortems, POSTMORTEMS_PER_PAGE } from "@/db/queries/library";
import { findTemplate, templateOf } from "@/db/queries/postmortem-templates";
import { getRevision, listRevisions } from "@/db/queries/postmortems";
import { incidentKey, line, numberInPath } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { cursorOf, listOf, pageQuery, pageWithin, placeOf } from "@/lib/api/page";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { SEVERITIES } from "@/lib/domain/incident";
import { LIBRARY_SORTS, LIBRARY_VIEWS } from "@/lib/domain/library";
import { requireSeen } from "../find-incident";
import { requirePostmortemOf } from "../find-postmortem";
import { ofIncident } from "../shapes/incident";
import { listedPostmortem, listedRevision, postmortem, revision } from "../shapes/postmortem";

const tags = ["Postmortems"];
const word = z.string().min(1).max(200);

const listAll = defineOperation({
  id: "listPostmortems",
  method: "GET",
  path: "/postmortems",
  summary: "List incidents with how far their postmortem is",
  description: `Pages have ${POSTMORTEMS_PER_PAGE} entries.`,
  tags,
  needs: "portal:read",
  scope: "postmortems:read",
  query: z.strictObject({
    view: z.enum(LIBRARY_VIEWS).default("all"),
    severity: z.enum(SEVERITIES).optional(),
    service: word.optional(),
    author: word.optional(),
    text: word.optional(),
    sort: z.enum(LIBRARY_SORTS).optional(),
    cursor: pageQuery.cursor,
  }),
  answer: listOf(listedPostmortem),
  run(viewer, { query: { cursor, ...asked } }) {
    const [page] = placeOf(cursor, z.tuple([z.int().min(1).max(1_000_000)])) ?? [1];
    const filters = { ...asked, page };
    const isLast = countPostmortems(viewer, filters) <= page * POSTMORTEMS_PER_PAGE;
    return {
      items: listPostmortems(viewer, filters),
      nextCursor: isLast ? null : cursorOf([page + 1]),
    };
  },
});

export const getPostmortemOperation = defineOperation({
  id: "getPostmortem",
  method: "GET",
  path: "/incidents/{key}/postmortem",
  summary: "Get an incident’s postmortem",
  tags,
  needs: "portal:read",
  scope: "postmortems:read",
  params: ofIncident,
  answer: postmortem,
  run: (viewer, { params: { key } }) => requirePostmortemOf(viewer, key),
});

const begin = defineOperation({
  id: "beginPostmortem",
  method: "POST",
  path: "/incidents/{key}/postmortem",
  summary: "Begin an incident’s postmortem",
  description:
    "With what the record gives the template. Where somebody has begun it already, their text stays.",
  tags,
  needs: "postmortem:edit",
  scope: "postmortems:write",
  params: ofIncident,
  body: z.strictObject({
    template: line("Choose a template.").optional().meta({
      description: "Its name; the default one where it is left out.",
    }),
  }),
  answer: postmortem,
  run(viewer, { params: { key }, body: { template = templateOf(undefined).name } }) {
    if (!findTemplate(template)) throw new DomainError("There is no such template.", "template");
    startPostmortem(viewer, { key, template });
    return requirePostmortemOf(viewer, key);
  },
});

const write = defineOperation({
  id: "writePostmortem",
  method: "POST",
  path: "/incidents/{key}/postmortem/revisions",
  summary: "Write an incident’s postmortem",
  description:
    "The text is put together with what others wrote since the version that it began with. Where both changed the same words nothing changes, and the answer is 409 with the text that stands there as `current`.",
  tags,
  needs: "postmortem:edit",
  scope: "postmortems:write",
  params: ofIncident,
  body: z.strictObject({
    text: z
      .string()
      .max(300_000)
      .meta({ description: "The whole text as Markdown, 256 KB at most." }),
    baseVersion: z.int().min(0).meta({
      description: "The version that the text began with; 0 where nobody has begun it.",
    }),
  }),
  answer: postmortem,
  run(viewer, { params: { key }, body: { text, baseVersion } }) {
    savePostmortem(viewer, { key, body: text, baseVersion });
    return requirePostmortemOf(viewer, key);
  },
});

const listOld = defineOperation({
  id: "listRevisions",
  method: "GET",
  path: "/incidents/{key}/postmortem/revisions",
  summary: "List the newest versions of a postmortem",
  description: "The newest first.",
  tags,
  needs: "portal:read",
  scope: "postmortems:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(listedRevision),
  run: (viewer, { params: { key }, query }) =>
    pageWithin(listRevisions(requireSeen(viewer, key).id), query, ({ version }) => version),
});

const getOld = defineOperation({
  id: "getRevision",
  method: "GET",
  path: "/incidents/{key}/postmortem/revisions/{version}",
  summary: "Get a version of a postmortem",
  tags,
  needs: "portal:read",
  scope: "postmortems:read",
  params: z.strictObject({ key: incidentKey, version: numberInPath("The version’s number.") }),
  answer: revision,
  run(viewer, { params: { key, version } }) {
    const found = getRevision(requireSeen(viewer, key).id, version);
    if (!found) throw new NotFoundError("This version is not there.");
    return found;
  },
});

export const POSTMORTEM_OPERATIONS = [
  listAll,
  getPostmortemOperation,
  begin,
  write,
  listOld,
  getOld,
];
