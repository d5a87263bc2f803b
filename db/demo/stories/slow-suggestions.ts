import type { Story } from "../story";

/** A small one: no messages, no resolution section, no actions. */
export const slowSuggestions: Story = {
  starts: { daysAgo: 27, at: "13:05" },
  title: "Search suggestions are slow",
  severity: "SEV4",
  status: "resolved",
  service: "search",
  commander: "Oskar Nilsson",
  speaker: "Oskar Nilsson",
  declared: 14,
  resolved: 66,
  events: [
    [
      6,
      "detection",
      "monitoring",
      "Alert: /api/suggest p99 above 800 ms (current: 940 ms)",
      { alert_id: "SRCH-1240", latency_p99_ms: 940 },
    ],
    [14, "declaration", "Oskar Nilsson", "SEV4 declared; search itself is fast"],
    [
      22,
      "investigation",
      "Oskar Nilsson",
      "The suggestion cache restarted empty after a node was replaced",
    ],
    [35, "mitigation", "Mei Tanaka", "Cache warmed from yesterday's most frequent queries"],
    [66, "resolution", "Oskar Nilsson", "p99 at 120 ms. Resolved."],
  ],
  impact: {
    affected_users_percentage: 15,
    affected_regions: ["eu-west-1"],
    customer_facing: true,
    degradation_type: "minor",
    workaround_available: true,
  },
  signals: { latency_p99_ms: 940, affected_endpoints: ["/api/suggest"], alert_count: 1 },
  participants: [
    ["Oskar Nilsson", "Incident Commander"],
    ["Mei Tanaka", "Operations Lead"],
  ],
  published: false,
};
