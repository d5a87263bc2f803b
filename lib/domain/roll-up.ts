import type { ComponentStatus } from "./component";

/** How bad the public page's whole is, in the words of Statuspage's API. */
export type Indicator = "none" | "minor" | "major" | "critical" | "maintenance";
export type RollUp = { indicator: Indicator; description: string };

/**
 * The page's verdict from its components. Where all of them work and an incident goes on, it is minor:
 * outsiders are not told an incident's severity.
 */
export function rollUp(components: { status: ComponentStatus }[], activeIncidents: number): RollUp {
  const count = (status: ComponentStatus) =>
    components.filter((component) => component.status === status).length;
  const all = (status: ComponentStatus) => count(status) > 0 && count(status) === components.length;

  if (all("major_outage")) return { indicator: "critical", description: "Major System Outage" };
  if (count("major_outage") > 0 || all("partial_outage")) {
    return { indicator: "major", description: "Partial System Outage" };
  }
  if (count("partial_outage") > 0) {
    return { indicator: "minor", description: "Minor Service Outage" };
  }
  if (all("degraded_performance")) {
    return { indicator: "minor", description: "Degraded System Service" };
  }
  if (count("degraded_performance") > 0) {
    return { indicator: "minor", description: "Partially Degraded Service" };
  }
  if (count("under_maintenance") > 0) {
    return { indicator: "maintenance", description: "Service Under Maintenance" };
  }
  return activeIncidents > 0
    ? { indicator: "minor", description: "Minor Service Outage" }
    : { indicator: "none", description: "All Systems Operational" };
}
