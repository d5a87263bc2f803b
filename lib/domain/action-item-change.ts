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
