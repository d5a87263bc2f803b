/** Types of events by which the portal itself tells of a change; the story is told without them. */
export const ACTIVITY_TYPES = [
  "role_change",
  "severity_change",
  "title_change",
  "impact_change",
  "services_change",
  "component_change",
  "link",
  "merge",
  "privacy_change",
] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

/** True for a row of the raw activity, which the curated story leaves out. */
export function isActivity(type: string | null): boolean {
  return ACTIVITY_TYPES.some((activity) => activity === type);
}
