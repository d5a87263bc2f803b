import { z } from "zod";
import type { Item } from "@/db/queries/action-item";
import type { BoardItem } from "@/db/queries/action-items";
import { numberInPath, shownTime } from "@/lib/api/fields";
import { CHECK_RESULTS, EVIDENCE_KINDS } from "@/lib/domain/action-item";
import { CHANGE_FIELDS } from "@/lib/domain/action-item-change";
import { ACTION_ITEM_STATUSES, columnOf } from "@/lib/domain/board";

/** The path of everything about one action item. */
export const ofAction = z.strictObject({ id: numberInPath("The number of AI-7 is 7.") });

const brief = {
  id: z.int().meta({ description: "AI-7 has the id 7." }),
  incident: z.string().meta({ description: "The key of its incident." }),
  title: z.string(),
  status: z.enum(ACTION_ITEM_STATUSES),
  owner: z.string().nullable().meta({ description: "The person, as the directory names them." }),
  teamId: z.int().nullable().meta({ description: "The team that somebody gave it." }),
  team: z.string().nullable().meta({ description: "That team, or its owner’s or service’s." }),
  priority: z.string().nullable(),
  type: z.string().nullable(),
  deadline: z.string().nullable().meta({ description: "A day such as 2026-05-01." }),
  ticketUrl: z.string().nullable(),
  ticketKey: z.string().nullable(),
  evidenceKind: z.enum(EVIDENCE_KINDS).nullable(),
  evidence: z.string().nullable().meta({ description: "What proves that it is done." }),
  dropReason: z.string().nullable().meta({ description: "Why it will not be done." }),
  closedAt: shownTime.nullable(),
  closedBy: z.string().nullable(),
  snoozedUntil: z.string().nullable(),
  createdAt: shownTime,
};

export const listedAction = z
  .object({
    ...brief,
    isOverdue: z.boolean(),
    comments: z.int(),
  })
  .meta({ id: "ListedAction" });

export const action = z
  .object({
    ...brief,
    description: z.string().nullable().meta({ description: "Markdown." }),
    deadlineReason: z.string().nullable(),
    checkText: z.string().nullable().meta({ description: "What is to be looked at later." }),
    checkDue: z.string().nullable().meta({ description: "The day on which to look." }),
    checkResult: z.enum(CHECK_RESULTS).nullable(),
    factors: z.array(z.string()).meta({ description: "The contributing factors that it answers." }),
  })
  .meta({ id: "Action" });

export const actionComment = z
  .object({
    id: z.int(),
    author: z.string(),
    body: z.string().meta({ description: "Markdown; empty once it was deleted." }),
    createdAt: shownTime,
    editedAt: shownTime.nullable(),
    deletedAt: shownTime.nullable(),
  })
  .meta({ id: "ActionComment" });

export const actionChange = z
  .object({
    id: z.int(),
    at: shownTime,
    by: z.string(),
    field: z.enum(CHANGE_FIELDS),
    before: z.string().nullable(),
    after: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "ActionChange" });

/** An item of the board as lists answer it. */
export const shownInList = (item: BoardItem) => ({
  ...item,
  incident: item.incidentKey,
  status: columnOf(item.status),
  owner: item.person ?? item.owner,
  isOverdue: item.state === "overdue",
});

/** An item with all that is said of it. */
export const shownWhole = (item: Item) => ({
  ...item,
  incident: item.incidentKey,
  status: columnOf(item.status),
  owner: item.person ?? item.owner,
  team: item.team?.team.name ?? null,
  factors: item.factors.filter(({ isAnswered }) => isAnswered).map(({ text }) => text),
});
