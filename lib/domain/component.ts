/** What outsiders read of a component, from well to broken. */
export const COMPONENT_STATUSES = [
  "operational",
  "degraded_performance",
  "partial_outage",
  "major_outage",
  "under_maintenance",
] as const;
export type ComponentStatus = (typeof COMPONENT_STATUSES)[number];

export const COMPONENT_STATUS_LABELS: Record<ComponentStatus, string> = {
  operational: "Operational",
  degraded_performance: "Degraded performance",
  partial_outage: "Partial outage",
  major_outage: "Major outage",
  under_maintenance: "Under maintenance",
};

const FROM_WELL = [
  "operational",
  "under_maintenance",
  "degraded_performance",
  "partial_outage",
  "major_outage",
] as const satisfies readonly ComponentStatus[];

/** How a group of components is: as bad as the worst of them, and well without any. */
export const worstStatus = (statuses: ComponentStatus[]): ComponentStatus =>
  FROM_WELL.findLast((status) => statuses.includes(status)) ?? "operational";

/** A component's state before and after a post. */
export type ComponentChange = {
  id: number;
  name: string;
  before: ComponentStatus;
  after: ComponentStatus;
};
