import type { IncidentStatus } from "@/lib/domain/incident";

/** Words to start a public update from, for each status. */
export function updateTemplates(service: string): Record<IncidentStatus, string> {
  return {
    investigating: `We are investigating a problem with ${service}. Some requests may fail.`,
    identified: `The cause of the problem with ${service} has been identified. We are putting a fix in place.`,
    monitoring: `A fix is in place for ${service}. We are watching the results.`,
    resolved: `${service} works normally again. We will publish a report within 48 hours.`,
  };
}
