import { ACTION_ITEM_STATUSES, COLUMN_NAMES } from "./board";
import { brief } from "./collision";

/** What the history of an item tells of; its comments tell of themselves. */
export const CHANGE_FIELDS = [
  "title",
  "description",
  "owner",
  "team",
  "priority",
  "type",
  "status",
  "deadline",
  "ticket",
  "evidence",
  "dropReason",
  "check",
  "checkResult",
  "snooze",
  "factors",
] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

export const CHANGE_NAMES: Record<ChangeField, string> = {
  title: "Title",
  description: "Description",
  owner: "Owner",
  team: "Team",
  priority: "Priority",
  type: "Type",
  status: "Status",
  deadline: "Deadline",
  ticket: "Ticket",
  evidence: "Evidence",
  dropReason: "Reason not to do it",
  check: "Check",
  checkResult: "Result of the check",
  snooze: "Snoozed until",
  factors: "Answers",
};

export type ItemChange = {
  field: ChangeField;
  before: string | null;
  after: string | null;
  reason?: string | undefined;
};

/** Those that say something else than before. */
export function realChanges(changes: ItemChange[]): ItemChange[] {
  return changes.filter(({ before, after }) => before !== after);
}

type Told = Pick<ItemChange, "field" | "before" | "after">;

/** What somebody did to an item, to stand after their name: "changed the owner from “Bob” to “Grace”". */
export function changeInWords({ field, before, after }: Told): string {
  return TOLD[field]?.(before, after) ?? plainly(CHANGE_NAMES[field].toLowerCase(), before, after);
}

type Telling = (before: string | null, after: string | null) => string;

/** Fields that are told otherwise than by what they were and are. */
const TOLD: Partial<Record<ChangeField, Telling>> = {
  description: (before, after) => {
    if (after === null) return "took the description out";
    return before === null ? "wrote a description" : "changed the description";
  },
  status: (before, after) => `moved it from ${statusName(before)} to ${statusName(after)}`,
  evidence: (before, after) =>
    after === null ? `put the evidence aside: ${quoted(before)}` : `proved it by ${quoted(after)}`,
  dropReason: (before, after) =>
    after === null
      ? `put aside why it would not be done: ${quoted(before)}`
      : `said why it will not be done: ${quoted(after)}`,
  checkResult: (_, after) =>
    after === null ? "put the check’s result aside" : `said that the check ${after}`,
  snooze: (_, after) => (after === null ? "ended the snooze" : `snoozed it until ${after}`),
  factors: (before, after) =>
    after === null
      ? `said that it does not answer ${quoted(before)}`
      : `said that it answers ${quoted(after)}`,
};

function plainly(noun: string, before: string | null, after: string | null): string {
  if (after === null) return `took the ${noun} ${quoted(before)} out`;
  if (before === null) return `set the ${noun} to ${quoted(after)}`;
  return `changed the ${noun} from ${quoted(before)} to ${quoted(after)}`;
}

function statusName(status: string | null): string {
  const known = ACTION_ITEM_STATUSES.find((word) => word === status);
  return known ? COLUMN_NAMES[known] : status === null ? "no status" : quoted(status);
}

const quoted = (text: string | null) => `“${brief(text ?? "", "")}”`;
