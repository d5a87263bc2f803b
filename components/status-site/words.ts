import type { IncidentStatus } from "@/lib/domain/incident";
import type { Impact, MaintenanceStatus } from "@/lib/domain/site";

export const ENTRY_WORDS: Record<IncidentStatus | MaintenanceStatus | "postmortem", string> = {
  investigating: "Investigating",
  identified: "Identified",
  monitoring: "Monitoring",
  resolved: "Resolved",
  postmortem: "Report",
  scheduled: "Scheduled",
  in_progress: "In progress",
  verifying: "Verifying",
  completed: "Completed",
};

export const IMPACT_WORDS: Record<Impact, string> = {
  none: "No impact",
  minor: "Minor impact",
  major: "Major impact",
  critical: "Critical impact",
  maintenance: "Maintenance",
};
