import type { Story } from "../story";

/** A configuration change that hit partners; mitigated quickly, all promises kept. */
export const rateLimits: Story = {
  starts: { daysAgo: 47, at: "12:40" },
  title: "Partner API answers 429 to normal traffic",
  severity: "SEV2",
  status: "resolved",
  service: "api-gateway",
  affected: ["partner-api", "order-service"],
  commander: "Samir Patel",
  speaker: "Laura Bianchi",
  declared: 17,
  resolved: 63,
  events: [
    [
      0,
      "trigger",
      "Samir Patel",
      "New rate limits per partner rolled out to all gateways",
      { change: "gw-config 311" },
    ],
    [
      8,
      "detection",
      "monitoring",
      "Alert: 429 responses above 10% on /partner/v2 (current: 37%)",
      { alert_id: "GW-2417", error_rate: 37 },
    ],
    [13, "detection", "Laura Bianchi", "Two partners report refused orders by telephone"],
    [17, "declaration", "Samir Patel", "SEV2 declared. Bridge started."],
    [
      20,
      "investigation",
      "Helena Duarte",
      "Limits are written per minute, the gateway reads them per second of a shared bucket",
    ],
    [25, "mitigation", "Samir Patel", "gw-config 311 reverted, rolling out to 48 gateways"],
    [
      34,
      "mitigation",
      "Samir Patel",
      "Revert complete. 429 responses at 0.1%.",
      { error_rate: 0.1 },
    ],
    [
      48,
      "investigation",
      "Tomas Herrera",
      "Refused orders counted: 1,870. Partners retry them; 1,790 have arrived so far.",
    ],
    [
      63,
      "resolution",
      "Samir Patel",
      "All but three refused orders have arrived. The partner with the three is informed.",
    ],
  ],
  messages: [
    [
      19,
      "external",
      "Investigating - The partner API refuses part of the requests with status 429. Next update in 30 minutes.",
    ],
    [
      36,
      "external",
      "Monitoring - A change to our rate limits has been reverted. The partner API accepts requests as before. Please retry refused requests. Next update in 30 minutes.",
    ],
    [63, "external", "Resolved - The partner API has worked normally since {34}."],
  ],
  impact: {
    revenue_impact: "high",
    affected_users_percentage: 22,
    affected_regions: ["eu-west-1", "us-east-1"],
    data_integrity_risk: false,
    security_breach: false,
    customer_facing: true,
    degradation_type: "partial",
    workaround_available: true,
  },
  signals: {
    error_rate_percentage: 37,
    latency_p99_ms: 180,
    affected_endpoints: ["/partner/v2/orders", "/partner/v2/stock"],
    dependent_services: ["partner-api", "order-service"],
    alert_count: 2,
    customer_reports: 5,
  },
  deployments: [
    {
      service: "api-gateway",
      minute: 0,
      version: "gw-config 311",
      changes: "Rate limits per partner",
    },
    {
      service: "order-service",
      minute: -95,
      version: "5.2.0",
      changes: "Faster stock reservation",
    },
  ],
  onCall: { primary: "Samir Patel", secondary: "Helena Duarte", manager: "Helena Duarte" },
  resolution: {
    root_cause:
      "The configuration gives limits per minute; the gateway takes them as per second of a bucket that all partners share.",
    contributing_factors: [
      "Configuration changes reach all gateways at once, without a canary or staged process",
      "The unit of a limit is not part of its name, and the review did not notice",
    ],
    mitigation_steps: ["Reverted gw-config 311"],
    permanent_fix: "Name limits with their unit and roll configuration out to two gateways first.",
    customer_impact: {
      affected_users: 31,
      failed_transactions: 1870,
      revenue_impact_usd: 11800,
      data_loss: false,
    },
  },
  tasks: [
    {
      title: "Roll gateway configuration out to two gateways for 15 minutes before all others",
      owner: "Samir Patel",
      priority: "P1",
      due: 28,
      type: "process",
      status: "in_progress",
    },
    {
      title: "Rename rate limit settings so that each carries its unit",
      owner: "Helena Duarte",
      priority: "P2",
      due: 35,
      type: "prevention",
      status: "in_progress",
      since: {
        done: {
          day: 30,
          kind: "link",
          evidence: "https://git.example.com/gateway/config/-/merge_requests/97",
        },
      },
    },
  ],
  participants: [
    ["Samir Patel", "Incident Commander"],
    ["Helena Duarte", "Operations Lead"],
    ["Laura Bianchi", "Communications Lead"],
    ["Tomas Herrera", "Order SME"],
  ],
  published: true,
};
