import type { Story } from "../story";

/** Mitigated and watched; nothing promised to the outside. */
export const lateEmail: Story = {
  starts: { minutesAgo: 205 },
  title: "Order confirmations arrive late",
  severity: "SEV3",
  status: "monitoring",
  service: "notifications",
  affected: ["checkout"],
  commander: "Kofi Mensah",
  speaker: "Laura Bianchi",
  declared: 38,
  events: [
    [
      0,
      "trigger",
      "Ingrid Solberg",
      "Campaign mail to 1.4 million customers starts in the queue of order confirmations",
      { recipients: 1400000 },
    ],
    [
      26,
      "detection",
      "monitoring",
      "Alert: oldest waiting e-mail above 20 minutes (current: 24 minutes)",
      { alert_id: "NTF-455", oldest_minutes: 24 },
    ],
    [
      38,
      "declaration",
      "Kofi Mensah",
      "SEV3 declared: confirmations arrive up to 40 minutes late, none is lost",
    ],
    [
      47,
      "investigation",
      "Ingrid Solberg",
      "The campaign was sent with the priority of transactional mail",
    ],
    [58, "mitigation", "Ingrid Solberg", "Campaign paused; confirmations go first"],
    [83, "investigation", "Kofi Mensah", "Backlog of confirmations: 61,000 down to 12,000"],
    [101, "mitigation", "Kofi Mensah", "Backlog empty, confirmations arrive within a minute"],
    [
      170,
      "investigation",
      "Ingrid Solberg",
      "Campaign resumed at a tenth of the speed; confirmations not affected so far",
    ],
  ],
  messages: [
    [
      42,
      "internal",
      "Order confirmations are late by up to 40 minutes. Orders themselves are fine. Next update in 60 minutes.",
    ],
    [
      60,
      "external",
      "Identified - Order confirmations by e-mail arrive late. Orders are not affected, and no confirmation is lost.",
    ],
    [
      100,
      "internal",
      "Confirmations are on time again. The campaign waits until we have a safe speed.",
    ],
    [
      104,
      "external",
      "Monitoring - Order confirmations arrive on time again. We keep watching while a large mailing goes out.",
    ],
  ],
  impact: {
    revenue_impact: "low",
    affected_users_percentage: 31,
    affected_regions: ["eu-west-1", "us-east-1"],
    data_integrity_risk: false,
    security_breach: false,
    customer_facing: true,
    degradation_type: "minor",
    workaround_available: true,
  },
  signals: {
    error_rate_percentage: 0,
    latency_p99_ms: 700,
    affected_endpoints: ["smtp-relay"],
    dependent_services: ["checkout"],
    alert_count: 1,
    customer_reports: 7,
  },
  onCall: { primary: "Ingrid Solberg", secondary: "Kofi Mensah", manager: "Helena Duarte" },
  participants: [
    ["Kofi Mensah", "Incident Commander"],
    ["Ingrid Solberg", "Operations Lead"],
    ["Laura Bianchi", "Communications Lead"],
  ],
  published: true,
};
