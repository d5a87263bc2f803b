import { z } from "zod";
import { addActionItem } from "@/db/mutations/action-item-edits";
import { findItem } from "@/db/queries/action-item";
import { listBoardCards } from "@/db/queries/action-items";
import { flag, givenDay, incidentKey, line, seqInPath } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { ACTION_ITEM_STATUSES, columnOf } from "@/lib/domain/board";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import {
  action,
  actionChange,
  listedAction,
  ofAction,
  shownInList,
  shownWhole,
} from "../shapes/action";

const tags = ["Action items"];
const word = z.string().min(1).max(200);

const listActions = defineOperation({
  id: "listActions",
  method: "GET",
  path: "/actions",
  summary: "List action items",
  description: "In the order of the board, column by column.",
  tags,
  needs: "portal:read",
  scope: "actions:read",
  query: z.strictObject({
    status: z.enum(ACTION_ITEM_STATUSES).optional(),
    board: word.optional().meta({ description: "A team’s word, `mine` or `none`." }),
    owner: word.optional().meta({ description: "A person, an owner as it was written, or `me`." }),
    priority: word.optional(),
    type: word.optional(),
    service: word.optional(),
    incident: word.optional(),
    factor: z.string().min(1).max(2000).optional(),
    overdue: flag.optional(),
    unowned: flag.optional(),
    undated: flag.optional(),
    ...pageQuery,
  }),
  answer: listOf(listedAction),
  run(viewer, { query: { status, cursor, limit, ...filters } }) {
    const rows = listBoardCards(viewer, filters).filter(
      (item) => status === undefined || columnOf(item.status) === status,
    );
    return pageWithin(rows.map(shownInList), { cursor, limit }, ({ id }) => id);
  },
});

export const getAction = defineOperation({
  id: "getAction",
  method: "GET",
  path: "/actions/{id}",
  summary: "Get an action item",
  tags,
  needs: "portal:read",
  scope: "actions:read",
  params: ofAction,
  answer: action,
  run: (viewer, { params: { id } }) => shownWhole(itemOf(viewer, id)),
});

const createAction = defineOperation({
  id: "createAction",
  method: "POST",
  path: "/incidents/{key}/actions",
  summary: "Add an action item to an incident",
  description: "Without a deadline it has the one that the policy gives it.",
  tags,
  needs: "action-item:edit",
  scope: "actions:write",
  params: z.strictObject({ key: incidentKey }),
  body: z.strictObject({
    title: line("Give the action item a title.", 2000),
    owner: line("Name the owner.").optional(),
    priority: line("Choose a priority.").optional(),
    type: line("Choose a type.").optional(),
    deadline: givenDay.nullable().optional(),
    deadlineReason: line("Say why it is another day.", 500).optional().meta({
      description: "Needed where the day is another than the policy’s.",
    }),
    event: seqInPath.optional().meta({
      description: "The number of the timeline’s row that it came from.",
    }),
  }),
  status: 201,
  answer: action,
  run(viewer, { params: { key }, body: { deadline, ...texts } }) {
    const { id } = addActionItem(viewer, {
      key,
      ...texts,
      deadline: deadline ?? undefined,
      noDeadline: deadline === null,
    });
    return shownWhole(itemOf(viewer, id));
  },
  location: ({ id }) => `/actions/${id}`,
});

const listHistory = defineOperation({
  id: "listActionChanges",
  method: "GET",
  path: "/actions/{id}/changes",
  summary: "List what changed in an action item",
  description: "The newest first.",
  tags,
  needs: "portal:read",
  scope: "actions:read",
  params: ofAction,
  query: z.strictObject(pageQuery),
  answer: listOf(actionChange),
  run: (viewer, { params, query }) =>
    pageWithin(itemOf(viewer, params.id).changes, query, ({ id }) => id),
});

export const ACTION_OPERATIONS = [listActions, createAction, getAction, listHistory];

/** The action item of this number, which for some is not there. */
export function itemOf(viewer: Viewer, id: number) {
  const item = findItem(viewer, id);
  if (!item) throw new NotFoundError(`There is no action item AI-${id}.`);
  return item;
}
