import type { IncidentRecord } from "@/lib/domain/record";

/** What no outsider may meet in any answer. */
export const HIDDEN = /magpie[\w-]*|98765432|[\w.+-]+@[\w-]+\.[a-z]{2,}/gi;

/** What a share link shows and the public page does not. */
export const SHARED_ONLY = /finch[\w-]*/gi;

/** Puts magpies, words that must not leave the portal, in every place of a record that outsiders do not read. */
export function hideMagpies(record: IncidentRecord): void {
  const { events = [], communications = [], impact = {}, signals = {}, context = {} } = record;
  const { resolution = {}, action_items: items = [], participants = [] } = record;

  Object.assign(record, { notes: { text: "magpie-top" } });
  Object.assign(record.incident, { slack: "magpie-incident", commander: "Magpie-Commander" });
  record.events = [
    ...events.map((event, index) => ({
      ...event,
      metadata: { ...event.metadata, note: `magpie-metadata-${index}` },
      ticket: `magpie-event-${index}`,
    })),
    {
      timestamp: "2024-01-15T15:40:00Z",
      type: "investigation",
      actor: "finch-actor",
      description: "finch-event, by finch@magpie.example",
    },
    {
      timestamp: "2024-01-15T15:41:00Z",
      type: "communication",
      actor: "finch-actor",
      description: "The magpie-executives were told of the magpie-lawsuit.",
    },
    {
      timestamp: "2024-01-15T15:42:00Z",
      type: "investigation",
      actor: "finch-actor",
      description: "Keep this within the magpie-team, it is a magpie-secret.",
    },
  ];
  const said = { channel: "magpie-channel", timestamp: "2024-01-15T15:42:00Z" };
  record.communications = [
    ...communications.map((message, index) => ({ ...message, draft: `magpie-draft-${index}` })),
    {
      ...said,
      audience: "internal",
      message: "Keep this within the magpie-team, it is a magpie-secret.",
    },
    { ...said, audience: "stakeholders", message: "The magpie-stakeholders know." },
    { ...said, audience: "magpie-audience", message: "The magpie-unknown know." },
    { ...said, message: "Nobody said for whom this magpie-nobody is." },
  ];
  record.impact = { ...impact, revenue_impact: "magpie-revenue" };
  Object.assign(record.impact, { contract: "magpie-impact" });
  record.signals = {
    ...signals,
    affected_endpoints: ["/magpie-endpoint"],
    dependent_services: ["magpie-dependent"],
  };
  Object.assign(record.signals, { dashboard: "magpie-signals" });
  record.context = {
    ...context,
    recent_deployments: [
      { service: "magpie-service", deployed_at: "2024-01-15T13:45:00Z", changes: "magpie-changes" },
    ],
    ongoing_incidents: ["magpie-ongoing"],
    maintenance_windows: [{ note: "magpie-window" }],
    on_call: { primary: "magpie-primary@company.com", secondary: "magpie-secondary@company.com" },
  };
  record.resolution = {
    ...resolution,
    root_cause: "magpie-cause",
    contributing_factors: ["magpie-factor"],
    mitigation_steps: ["magpie-step"],
    permanent_fix: "magpie-fix",
    customer_impact: { ...resolution.customer_impact, revenue_impact_usd: 98765432 },
  };
  record.action_items = items.map((item, index) => ({
    ...item,
    owner: `magpie-owner-${index}@company.com`,
    budget: `magpie-item-${index}`,
  }));
  record.participants = [...participants, { name: "Magpie-Participant", role: "magpie-role" }];
}
