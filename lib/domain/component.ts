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

/** A component's new state, as chosen over the one that its writer saw. */
export type ComponentChoice = { id: number; seen: ComponentStatus; status: ComponentStatus };

/** A choice as a form sends it. */
export const choiceValue = (seen: ComponentStatus, status: ComponentStatus) => `${seen}:${status}`;

/** A choice out of a form; `undefined` for what is none. */
export function parseChoice(
  value: string,
): { seen: ComponentStatus; status: ComponentStatus } | undefined {
  const [seen, status] = value
    .split(":")
    .map((word) => COMPONENT_STATUSES.find((known) => known === word));
  return seen && status ? { seen, status } : undefined;
}
