import type { IncidentStatus } from "@/lib/domain/incident";
import {
  isActive,
  isMaintenance,
  type Impact,
  type MaintenanceStatus,
  type SiteEntry,
} from "@/lib/domain/site";
import type { Picture } from "@/lib/status-page/pictures";

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

/** Where an incident or maintenance stands, in a word. */
export const wordOf = (entry: SiteEntry): string =>
  isMaintenance(entry) && entry.cancelledAt !== null ? "Cancelled" : ENTRY_WORDS[entry.status];

/** What an update says of where it stands: the last word on what was called off is no completion. */
export const wordOfUpdate = (entry: SiteEntry, { status }: SiteEntry["updates"][number]): string =>
  status === "completed" ? wordOf(entry) : ENTRY_WORDS[status];

/** How it stands and how bad it is: "Identified · Major impact". */
export const standingOf = (entry: SiteEntry): string =>
  `${wordOf(entry)} · ${IMPACT_WORDS[entry.impact]}`;

/** The picture that goes with it: of an incident that is over, not how bad it was. */
export function pictureOf(entry: SiteEntry): Picture {
  if (isMaintenance(entry)) return "maintenance";
  return isActive(entry) ? entry.impact : "resolved";
}
