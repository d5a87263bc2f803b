import type { Story } from "../story";

/** A missed promise, and a certificate that nobody owned. */
export const pushCertificate: Story = {
  starts: { daysAgo: 79, at: "23:59" },
  title: "Push notifications do not reach iPhones",
  severity: "SEV3",
  status: "resolved",
  service: "notifications",
  affected: ["mobile-app"],
  commander: "Daniel Cho",
  speaker: "Laura Bianchi",
  declared: 437,
  resolved: 612,
  events: [
    [
      0,
      "trigger",
      "system",
      "The APNs provider certificate of notifications expires",
      { certificate: "apns-prod", issued_by: "Apple" },
    ],
    [
      392,
      "detection",
      "monitoring",
      "Alert: delivered push notifications 60% below the same hour last week",
      { alert_id: "NTF-402", delivered_per_minute: 1450, expected_per_minute: 3700 },
    ],
    [
      437,
      "declaration",
      "Daniel Cho",
      "SEV3 declared after support reported that no iPhone has had an order update since midnight",
    ],
    [
      445,
      "investigation",
      "Samir Patel",
      "APNs refuses every connection: certificate expired at {0}",
    ],
    [
      452,
      "investigation",
      "Daniel Cho",
      "The renewal reminder went to a colleague who left in spring",
    ],
    [
      470,
      "escalation",
      "Daniel Cho",
      "Asked the account holder of the Apple developer account to approve a new certificate",
    ],
    [
      538,
      "mitigation",
      "Samir Patel",
      "New certificate issued and deployed to all notification workers",
    ],
    [
      549,
      "investigation",
      "Samir Patel",
      "Queue of 212,000 held notifications: order updates sent, marketing older than 6 hours dropped",
    ],
    [585, "mitigation", "Samir Patel", "Queue empty, delivery rate as expected"],
    [612, "resolution", "Daniel Cho", "Resolved after half an hour at the normal delivery rate"],
  ],
  messages: [
    [
      450,
      "external",
      "Identified - Push notifications do not reach iPhones since midnight. Orders and e-mails are not affected. Next update in 60 minutes.",
    ],
    [
      455,
      "stakeholders",
      "iPhone push is down because a certificate expired. Order updates also go out by e-mail, so nobody misses one. We expect a new certificate this morning.",
    ],
    [
      545,
      "external",
      "Monitoring - Push notifications reach iPhones again. Delayed order updates are on their way. Next update in 2 hours.",
    ],
    [612, "external", "Resolved - Push notifications to iPhones are back to normal."],
  ],
  impact: {
    revenue_impact: "low",
    affected_users_percentage: 41,
    affected_regions: ["eu-west-1", "us-east-1", "ap-southeast-2"],
    data_integrity_risk: false,
    security_breach: false,
    customer_facing: true,
    degradation_type: "major",
    workaround_available: true,
  },
  signals: {
    error_rate_percentage: 0.4,
    latency_p99_ms: 420,
    affected_endpoints: ["apns"],
    dependent_services: ["mobile-app"],
    alert_count: 1,
    customer_reports: 17,
  },
  onCall: { primary: "Samir Patel", secondary: "Daniel Cho", manager: "Helena Duarte" },
  resolution: {
    root_cause:
      "The certificate with which notifications signs in to Apple expired. Its only reminder went to a mailbox that nobody reads.",
    contributing_factors: [
      "Certificate expiry is not monitored for certificates that third parties issue",
      "The delivery alert compares with last week and needs hours of traffic at night",
      "Renewal has no owner and no runbook",
    ],
    mitigation_steps: [
      "Issued and deployed a new certificate",
      "Replayed held order updates in order of age",
    ],
    permanent_fix: "Move to token-based APNs authentication, which does not expire yearly.",
    customer_impact: {
      affected_users: 96000,
      failed_transactions: 0,
      revenue_impact_usd: 0,
      data_loss: false,
    },
  },
  tasks: [
    {
      title: "Monitor the expiry of every certificate and page 30 days before",
      owner: "Samir Patel",
      priority: "P1",
      due: 14,
      type: "detection",
      status: "in_progress",
      since: {
        done: {
          day: 12,
          kind: "link",
          evidence: "https://git.example.com/platform/monitors/-/merge_requests/311",
        },
        check: {
          text: "Every certificate of the inventory stands on the dashboard",
          due: 60,
          answer: {
            day: 61,
            result: "failed",
            note: "The mail relay’s is missing: the inventory does not know it.",
          },
        },
        comments: [
          {
            day: 62,
            by: "Helena Duarte",
            body: "The inventory reads load balancers alone. The relay and two VPN gateways are not behind one.",
          },
        ],
      },
    },
    {
      title: "Move APNs to token-based authentication",
      owner: "Daniel Cho",
      priority: "P2",
      due: 60,
      type: "prevention",
      status: "in_progress",
      since: {
        ticket: "https://acme.atlassian.net/browse/APP-482",
        comments: [
          {
            day: 40,
            by: "Daniel Cho",
            body: "Done for the test app. The live one waits for the **key rotation** in the vault.",
          },
        ],
      },
    },
    {
      title: "Write the renewal runbook and name an owner per certificate",
      owner: "Daniel Cho",
      priority: "P2",
      due: 21,
      type: "process",
      status: "done",
    },
  ],
  participants: [
    ["Daniel Cho", "Incident Commander"],
    ["Samir Patel", "Operations Lead"],
    ["Laura Bianchi", "Communications Lead"],
  ],
  published: true,
};
