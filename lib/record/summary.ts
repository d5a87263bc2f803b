import { CHANNELS } from "@/lib/domain/incident";
import type { IncidentRecord } from "@/lib/domain/record";

export type RecordSummary = ReturnType<typeof summaryOf>;

/** What importing a record would meet: nothing stored, the same, or something else. */
export type ImportPreview = {
  state: "new" | "unchanged" | "differs";
  differences: string[];
  summary: RecordSummary;
};

/** What a record holds, for someone who is about to import it. */
export function summaryOf(record: IncidentRecord) {
  const { incident, events, communications, action_items, participants } = record;
  const { impact, signals, context, resolution } = record;
  const sections = { impact, signals, context, resolution };
  return {
    key: incident.id,
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    counts: {
      events: events?.length ?? 0,
      communications: communications?.length ?? 0,
      actionItems: action_items?.length ?? 0,
      participants: participants?.length ?? 0,
    },
    sections: Object.entries(sections).flatMap(([name, section]) => (section ? [name] : [])),
    /** Messages that were written for the public status page. */
    publishable: (communications ?? []).filter(
      ({ audience, channel }) => audience === "external" && channel === CHANNELS.external,
    ).length,
  };
}
