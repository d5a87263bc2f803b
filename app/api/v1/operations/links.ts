import { z } from "zod";
import { linkIncidents, unlinkIncidents } from "@/db/mutations/incident-links";
import { mergeIncident, undoMerge } from "@/db/mutations/merges";
import { listLinks } from "@/db/queries/incident-links";
import { findMerge } from "@/db/queries/merges";
import { incidentKey, shownTime, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";

const tags = ["Related incidents"];
const params = z.strictObject({ key: incidentKey, other: incidentKey });
const link = z
  .object({
    key: z.string(),
    title: z.string(),
    note: z.string().nullable(),
    linkedBy: z.string(),
    linkedAt: shownTime,
  })
  .meta({ id: "IncidentLink", description: "Another incident that somebody linked to this one." });
const merge = z
  .object({
    into: z.string().nullable().meta({ description: "`null` for those who may not see it." }),
    by: z.string(),
    at: shownTime,
  })
  .meta({ id: "Merge", description: "That an incident turned out to be another one." });

const listLinked = defineOperation({
  id: "listLinks",
  method: "GET",
  path: "/incidents/{key}/links",
  summary: "List the incidents linked to one",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(link),
  run: (viewer, { params, query }) =>
    pageWithin(listLinks(viewer, requireSeen(viewer, params.key).id), query, ({ key }) => key),
});

const getLink = defineOperation({
  id: "getLink",
  method: "GET",
  path: "/incidents/{key}/links/{other}",
  summary: "Get a link between two incidents",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params,
  answer: link,
  run: (viewer, { params: { key, other } }) => linkOf(viewer, key, other),
});

const linkTwo = defineOperation({
  id: "linkIncidents",
  method: "POST",
  path: "/incidents/{key}/links",
  summary: "Link two incidents",
  tags,
  needs: "incident:link",
  scope: "incidents:write",
  params: ofIncident,
  body: z.strictObject({ other: incidentKey, note: text("Write the note.", 500).optional() }),
  answer: link,
  run(viewer, { params: { key }, body }) {
    requireSeen(viewer, body.other);
    linkIncidents(viewer, { key, ...body });
    return linkOf(viewer, key, body.other);
  },
});

const unlinkTwo = defineOperation({
  id: "unlinkIncidents",
  method: "DELETE",
  path: "/incidents/{key}/links/{other}",
  summary: "Take a link away",
  tags,
  needs: "incident:link",
  scope: "incidents:write",
  params,
  seen: getLink,
  run(viewer, { params: pair }) {
    unlinkIncidents(viewer, pair);
  },
});

const getMerge = defineOperation({
  id: "getMerge",
  method: "GET",
  path: "/incidents/{key}/merge",
  summary: "Get what an incident was merged into",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  answer: merge,
  run: (viewer, { params: { key } }) => mergeOf(viewer, key),
});

const mergeOne = defineOperation({
  id: "mergeIncident",
  method: "POST",
  path: "/incidents/{key}/merge",
  summary: "Merge an incident into the one that it is a duplicate of",
  tags,
  needs: "incident:link",
  scope: "incidents:write",
  params: ofIncident,
  body: z.strictObject({ into: incidentKey }),
  answer: merge,
  run(viewer, { params: { key }, body }) {
    requireSeen(viewer, body.into);
    mergeIncident(viewer, { key, other: body.into });
    return mergeOf(viewer, key);
  },
});

const undo = defineOperation({
  id: "undoMerge",
  method: "DELETE",
  path: "/incidents/{key}/merge",
  summary: "Undo a merge",
  tags,
  needs: "incident:link",
  scope: "incidents:write",
  params: ofIncident,
  seen: getMerge,
  run(viewer, { params: { key } }) {
    const { at } = mergeOf(viewer, key);
    undoMerge(viewer, { key, seenMergedAt: at });
  },
});

export const LINK_OPERATIONS = [listLinked, linkTwo, getLink, unlinkTwo, getMerge, mergeOne, undo];

function linkOf(viewer: Viewer, key: string, other: string) {
  const found = listLinks(viewer, requireSeen(viewer, key).id).find((each) => each.key === other);
  if (!found) throw new NotFoundError(`${key} and ${other} are not linked.`);
  return found;
}

function mergeOf(viewer: Viewer, key: string) {
  const found = findMerge(viewer, requireSeen(viewer, key).id);
  if (!found) throw new NotFoundError(`${key} was not merged into another incident.`);
  return { ...found, into: found.into?.key ?? null };
}
