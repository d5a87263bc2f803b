import type { ComponentStatus } from "./component";
import { IMPACTS, type Impact } from "./site";

/** How bad the public page's whole is, in the words of Statuspage's API. */
export type RollUp = { indicator: Impact; description: string };

const ALL_WELL = "All Systems Operational";

/** What is said of an incident that goes on while all components work. */
const OF_IMPACT: Record<Impact, string> = {
  none: ALL_WELL,
  maintenance: "Service Under Maintenance",
  minor: "Minor Service Outage",
  major: "Partial System Outage",
  critical: "Major System Outage",
};

/** The page's verdict from its components; where all of them work, from the incidents that go on. */
export function rollUp(
  components: { status: ComponentStatus }[],
  active: { impact: Impact }[],
): RollUp {
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
  const indicator =
    IMPACTS.findLast((impact) => active.some((one) => one.impact === impact)) ?? "none";
  return { indicator, description: OF_IMPACT[indicator] };
}
