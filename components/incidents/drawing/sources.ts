import type { CommunicationView, IncidentDetail } from "@/db/queries/incident-detail";
import type { TimelineEntry } from "@/db/queries/timeline";

export type DrawnEvent = Pick<
  TimelineEntry,
  "seq" | "at" | "type" | "description" | "metadata" | "isDecision"
> & { communication: { message: string } | undefined };

export type DrawnMessage = Pick<
  CommunicationView,
  "seq" | "at" | "channel" | "audience" | "message" | "promises"
>;

/** What the page knows of an incident, as far as it is drawn. */
export type DrawingSources = Pick<IncidentDetail, "milestones" | "phases"> & {
  timeline: DrawnEvent[];
  messages: DrawnMessage[];
  isOver: boolean;
};
