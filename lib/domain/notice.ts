/** What subscribers are told of, the most urgent first. */
export const NOTICE_KINDS = [
  "incident_update",
  "component_state",
  "maintenance_update",
  "maintenance_reminder",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A change that subscribers are told of, by the number of its row. */
export type NoticedChange =
  | { kind: "incident_update"; publicUpdateId: number }
  | { kind: "component_state"; componentStateId: number }
  | { kind: "maintenance_update"; maintenanceUpdateId: number }
  | { kind: "maintenance_reminder"; maintenanceId: number };

/** The higher, the later: what somebody waits for, such as a confirmation, has 0, and reminders the most. */
export const rankOf = (kind: NoticeKind): number => NOTICE_KINDS.indexOf(kind) + 1;
