import { z } from "zod";
import { editEvent } from "@/db/mutations/event-edits";
import { pinEvent } from "@/db/mutations/event-pins";
import { addEvent } from "@/db/mutations/events";
import { getTimelineRow, listTimelineRows } from "@/db/queries/timeline-rows";
import { givenTime, incidentKey, seqInPath, text } from "@/lib/api/fields";
import { defined } from "@/lib/api/defined";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageOf, pageQuery, placeOf } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { AUDIENCES } from "@/lib/domain/incident";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";
import { timelineRow } from "../shapes/timeline";

const tags = ["Timeline"];
const params = z.strictObject({ key: incidentKey, seq: seqInPath });
const told = {
  type: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, "A type is a word such as investigation.")
    .meta({ example: "investigation" }),
  description: text("Write a description.", 10_000),
  at: givenTime,
  audience: z.enum(AUDIENCES),
};

const listTimeline = defineOperation({
  id: "listTimeline",
  method: "GET",
  path: "/incidents/{key}/timeline",
  summary: "List an incident’s timeline",
  description: "The oldest first.",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(timelineRow),
  run(viewer, { params, query: { cursor, limit } }) {
    const place = placeOf(cursor, z.tuple([z.number(), z.number()]));
    const after = place && { at: place[0], ordinal: place[1] };
    const { id } = requireSeen(viewer, params.key);
    const rows = listTimelineRows(id, { after, limit: limit + 1 });
    return pageOf(rows, limit, ({ at, ordinal }) => [at, ordinal]);
  },
});

const getRow = defineOperation({
  id: "getTimelineRow",
  method: "GET",
  path: "/incidents/{key}/timeline/{seq}",
  summary: "Get a row of the timeline",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params,
  answer: timelineRow,
  run: (viewer, { params: { key, seq } }) => rowOf(viewer, key, seq),
});

const addRow = defineOperation({
  id: "addTimelineRow",
  method: "POST",
  path: "/incidents/{key}/timeline",
  summary: "Add what somebody saw or did",
  tags,
  needs: "incident:update",
  scope: "timeline:write",
  params: ofIncident,
  body: z.strictObject({
    ...told,
    type: told.type.default("investigation"),
    at: told.at.optional(),
    audience: told.audience.default("internal"),
  }),
  status: 201,
  answer: timelineRow.extend({ key: z.string() }).meta({ id: "AddedTimelineRow" }),
  run(viewer, { params: { key }, body }) {
    const { seq } = addEvent(viewer, { key, ...body });
    return { ...rowOf(viewer, key, seq), key };
  },
  location: ({ key, seq }) => `/incidents/${encodeURIComponent(key)}/timeline/${seq}`,
});

const changeRow = defineOperation({
  id: "changeTimelineRow",
  method: "PATCH",
  path: "/incidents/{key}/timeline/{seq}",
  summary: "Change a row, or pin it",
  description:
    "What a person or a program wrote may be changed by its author and by admins; every row may be pinned.",
  tags,
  needs: "timeline:edit",
  scope: "timeline:write",
  params,
  body: z.strictObject({ ...told, isPinned: z.boolean() }).partial(),
  answer: timelineRow,
  seen: getRow,
  run(viewer, { params: { key, seq }, body: { isPinned, ...change } }) {
    const { type, description, at, audience, version } = rowOf(viewer, key, seq);
    if (Object.values(change).some((value) => value !== undefined)) {
      const stands = { type: type ?? "", description, at, audience };
      editEvent(viewer, { key, seq, version, ...stands, ...defined(change) });
    }
    if (isPinned !== undefined) pinEvent(viewer, { key, seq, isPinned });
    return rowOf(viewer, key, seq);
  },
});

export const TIMELINE_OPERATIONS = [listTimeline, addRow, getRow, changeRow];

function rowOf(viewer: Viewer, key: string, seq: number) {
  const row = getTimelineRow(requireSeen(viewer, key).id, seq);
  if (!row) throw new NotFoundError(`There is no event ${seq} in ${key}.`);
  return row;
}
