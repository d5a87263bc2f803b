import { certificateChainPostmortem } from "../postmortems/certificate-chain";
import type { Story } from "../story";

/** A recent SEV2 whose postmortem is half written. */
export const certificateChain: Story = {
  starts: { daysAgo: 9, at: "08:00" },
  title: "Older phones cannot connect",
  severity: "SEV2",
  status: "resolved",
  service: "api-gateway",
  affected: ["mobile-app", "checkout", "notifications"],
  commander: "Samir Patel",
  speaker: "Laura Bianchi",
  declared: 46,
  resolved: 158,
  events: [
    [
      0,
      "trigger",
      "system",
      "Renewed certificate of the public gateways goes live, signed through a shorter chain",
      { certificate: "api.example.com" },
    ],
    [
      29,
      "detection",
      "monitoring",
      "Alert: mobile sessions 14% below the forecast",
      { alert_id: "MOB-208", deviation_percentage: -14 },
    ],
    [
      46,
      "declaration",
      "Samir Patel",
      "SEV2 declared: every failing phone runs Android 7 or iOS 12",
    ],
    [
      52,
      "investigation",
      "Daniel Cho",
      "Handshake fails on the phones: they do not know the root of the new chain",
    ],
    [57, "escalation", "Samir Patel", "Certificate authority asked for the longer chain"],
    [
      64,
      "investigation",
      "Helena Duarte",
      "The longer chain is part of the delivery, our tool keeps only the first of the two",
    ],
    [
      78,
      "mitigation",
      "Helena Duarte",
      "Longer chain installed on two gateways; test phones connect",
    ],
    [91, "mitigation", "Helena Duarte", "Longer chain installed on all 48 gateways"],
    [106, "investigation", "Daniel Cho", "Mobile sessions 2% below the forecast and rising"],
    [121, "investigation", "Daniel Cho", "Mobile sessions as forecast"],
    [
      135,
      "investigation",
      "Laura Bianchi",
      "Two customers who reported the fault confirm that the app works",
    ],
    [
      149,
      "investigation",
      "Helena Duarte",
      "Web, partner API and webhooks verified with the longer chain",
    ],
    [158, "resolution", "Samir Patel", "Resolved"],
  ],
  messages: [
    [
      48,
      "external",
      "Investigating - The app cannot connect on some older phones. The website works. Next update in 30 minutes.",
    ],
    [
      75,
      "external",
      "Identified - A renewed certificate is not accepted by older phones. We are installing one that is. Next update in 30 minutes.",
    ],
    [94, "external", "Monitoring - Older phones can connect again. Next update in 90 minutes."],
    [
      158,
      "external",
      "Resolved - The app connects on all supported phones. We will publish a report within 10 days.",
    ],
  ],
  impact: {
    revenue_impact: "medium",
    affected_users_percentage: 12,
    affected_regions: ["eu-west-1", "us-east-1", "ap-southeast-2"],
    data_integrity_risk: false,
    security_breach: false,
    customer_facing: true,
    degradation_type: "complete",
    workaround_available: false,
  },
  signals: {
    error_rate_percentage: 12,
    latency_p99_ms: 240,
    affected_endpoints: ["/api/session", "/api/cart", "/api/orders"],
    dependent_services: ["mobile-app", "checkout", "notifications"],
    alert_count: 1,
    customer_reports: 23,
  },
  deployments: [
    {
      service: "api-gateway",
      minute: 0,
      version: "certificate",
      changes: "Yearly renewal of the public certificate",
    },
  ],
  onCall: { primary: "Helena Duarte", secondary: "Samir Patel", manager: "Helena Duarte" },
  resolution: {
    root_cause:
      "The renewal installed the shorter of two delivered chains. Its root is missing on phones with Android 7 or iOS 12.",
    contributing_factors: [
      "The renewal tool keeps the first chain of a delivery and drops the others without a word",
      "Handshake probes run on current systems only, so monitoring saw no failure",
      "The certificate authority, a third party, changed its default chain this year",
    ],
    mitigation_steps: ["Installed the longer chain on all gateways"],
    permanent_fix:
      "Choose the chain by an explicit root, and probe handshakes with the roots of the oldest supported phones.",
    customer_impact: {
      affected_users: 18600,
      failed_transactions: 1240,
      revenue_impact_usd: 15900,
      data_loss: false,
    },
  },
  tasks: [
    {
      title: "Probe handshakes with the root stores of Android 7 and iOS 12 every 5 minutes",
      owner: "Helena Duarte",
      priority: "P1",
      due: 12,
      type: "detection",
      status: "in_progress",
      since: {
        description: "From two networks, against every public name.",
      },
    },
    {
      title:
        "Make the renewal tool fail when a delivery holds more than 1 chain and none is chosen",
      owner: "Samir Patel",
      priority: "P1",
      due: 14,
      type: "prevention",
      status: "open",
    },
    {
      title: "Announce to customers when support for Android 7 ends",
      owner: "Daniel Cho",
      priority: "P3",
      due: 45,
      type: "process",
      status: "open",
    },
  ],
  participants: [
    ["Samir Patel", "Incident Commander"],
    ["Helena Duarte", "Operations Lead"],
    ["Laura Bianchi", "Communications Lead"],
    ["Daniel Cho", "Mobile SME"],
  ],
  published: true,
  postmortem: {
    body: certificateChainPostmortem,
    author: "Samir Patel",
    daysLater: 5,
    review: {
      isApproved: false,
      remarks: [
        {
          quote: "Our renewal tool keeps the first chain and drops the others without a word.",
          by: "Helena Duarte",
          body: "Is this the tool's default, or did we set it? If we did, it belongs under contributing factors.",
          answer: {
            by: "Samir Patel",
            body: "It is the default. The first factor now says that the tool is silent about it.",
          },
        },
        {
          quote: "About 18,600 customers",
          by: "Laura Bianchi",
          body: "Support counted 18,200 on the day. Which of the two do we publish?",
        },
      ],
    },
  },
};
