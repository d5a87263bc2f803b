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
