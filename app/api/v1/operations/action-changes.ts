import { z } from "zod";
import { endSnooze, snoozeItem } from "@/db/mutations/action-item-snooze";
import { changeItem } from "@/db/mutations/action-item-edits";
import { moveActionItem } from "@/db/mutations/action-items";
import { changeItems } from "@/db/mutations/item-changes";
import { givenDay, line, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { EVIDENCE_KINDS } from "@/lib/domain/action-item";
import { ACTION_ITEM_STATUSES, columnOf, END } from "@/lib/domain/board";
import { DomainError } from "@/lib/domain/error";
import { textsOf, type ItemTexts } from "@/lib/domain/item-text";
import { action, ofAction, shownWhole } from "../shapes/action";
import { getAction, itemOf } from "./action-items";

const tags = ["Action items"];
const words = {
  evidenceKind: z.enum(EVIDENCE_KINDS).optional(),
  evidence: text("Say what proves it.", 2000)
    .optional()
    .meta({ description: "Needed for `done`, with its kind." }),
  reason: text("Say why.", 2000).optional().meta({
    description: "Needed for `wont_do`, and for taking an item back from there or from `done`.",
  }),
};

const body = z.strictObject({
  title: line("Give the action item a title.", 2000).optional(),
  description: text("Describe it.", 10_000).nullable().optional(),
  owner: line("Name the owner.").nullable().optional(),
  teamId: z.int().min(1).nullable().optional(),
  priority: line("Choose a priority.").nullable().optional(),
  type: line("Choose a type.").nullable().optional(),
  ticketUrl: line("Write the ticket’s address.", 2000).nullable().optional(),
  ticketKey: line("Write the ticket’s key.", 100).nullable().optional(),
  deadline: givenDay.nullable().optional(),
  deadlineReason: line("Say why it is another day.", 500).optional(),
  status: z.enum(ACTION_ITEM_STATUSES).optional(),
  ...words,
});

const changeAction = defineOperation({
  id: "changeAction",
  method: "PATCH",
  path: "/actions/{id}",
  summary: "Change an action item",
  description: "Only what is sent is changed; `null` takes out what is there.",
  tags,
  needs: "action-item:edit",
  scope: "actions:write",
  params: ofAction,
  body,
  answer: action,
  seen: getAction,
  run(viewer, { params: { id }, body: change }) {
    const { deadline, deadlineReason, status, evidenceKind, evidence, reason } = change;
    const item = itemOf(viewer, id);
    changeItem(viewer, { id, texts: textsIn(change), seen: textsOf(item) });
    const isMoved = status !== undefined && status !== columnOf(item.status);
    if (deadline !== undefined || isMoved) {
      const dated = deadline !== undefined && {
        deadline: { day: deadline, reason: deadlineReason },
      };
      const moved = isMoved && { status, evidenceKind, evidence, reason };
      const items = [{ id, version: itemOf(viewer, id).version }];
      changeItems(viewer, { items, change: { texts: {}, ...dated, ...moved } });
    }
    return shownWhole(itemOf(viewer, id));
  },
});

const moveAction = defineOperation({
  id: "moveAction",
  method: "PUT",
  path: "/actions/{id}/place",
  summary: "Move an action item on the board",
  description: "To a place in its column or in another one; `If-Match` names the item’s ETag.",
  tags,
  needs: "action-item:move",
  scope: "actions:write",
  params: ofAction,
  body: z.strictObject({
    status: z.enum(ACTION_ITEM_STATUSES),
    index: z.int().min(0).max(1_000_000).optional().meta({
      description: "The place in the column, from 0; without it the last one.",
    }),
    ...words,
  }),
  answer: action,
  seen: getAction,
  run(viewer, { params: { id }, body: { status, index = END, ...said } }) {
    moveActionItem(viewer, { id, to: status, index, ...said });
    return shownWhole(itemOf(viewer, id));
  },
});

const snoozeAction = defineOperation({
  id: "snoozeAction",
  method: "PUT",
  path: "/actions/{id}/snooze",
  summary: "Put an item’s reminders off",
  description: "With `until` as `null` they come back at once.",
  tags,
  needs: "action-item:edit",
  scope: "actions:write",
  params: ofAction,
  body: z.strictObject({
    until: givenDay.nullable(),
    reason: line("Say why nobody is to be reminded.", 500).optional(),
  }),
  answer: action,
  seen: getAction,
  run(viewer, { params: { id }, body: { until, reason } }) {
    const seenUntil = itemOf(viewer, id).snoozedUntil ?? undefined;
    if (until === null) endSnooze(viewer, { id, seenUntil });
    else if (reason !== undefined) snoozeItem(viewer, { id, seenUntil, until, reason });
    else throw new DomainError("Say why nobody is to be reminded.", "reason");
    return shownWhole(itemOf(viewer, id));
  },
});

export const ACTION_CHANGE_OPERATIONS = [changeAction, moveAction, snoozeAction];

const TEXTS = [
  "title",
  "description",
  "owner",
  "priority",
  "type",
  "ticketUrl",
  "ticketKey",
] as const;

/** What is sent of an item's texts, in the form in which they are compared with those that stand there. */
function textsIn({ teamId, ...change }: z.output<typeof body>): ItemTexts {
  const given = TEXTS.flatMap((field) =>
    change[field] === undefined ? [] : [[field, change[field] ?? ""]],
  );
  return {
    ...Object.fromEntries(given),
    ...(teamId !== undefined && { team: teamId === null ? "" : String(teamId) }),
  };
}
