export const ACTION_ITEM_STATUSES = [
  "open",
  "in_progress",
  "in_review",
  "done",
  "wont_do",
] as const;
export type ActionItemStatus = (typeof ACTION_ITEM_STATUSES)[number];

export const PRIORITIES = ["P0", "P1", "P2", "P3", "P4"] as const;
export const ACTION_ITEM_TYPES = ["detection", "prevention", "mitigation", "process"] as const;
export type ActionItemType = (typeof ACTION_ITEM_TYPES)[number];
