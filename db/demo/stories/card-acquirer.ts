import { cardAcquirerPostmortem } from "../postmortems/card-acquirer";
import type { Story } from "../story";

/** A SEV1 at a third party; of four promises to the outside one was missed. */
export const cardAcquirer: Story = {
  starts: { daysAgo: 34, at: "18:21" },
  title: "Card payments fail",
  severity: "SEV1",
  status: "resolved",
  service: "payment-gateway",
  affected: ["checkout", "mobile-app", "subscription-billing"],
  commander: "Grace Okafor",
  speaker: "Laura Bianchi",
  declared: 11,
  resolved: 168,
  events: [
    [
      0,
      "trigger",
      "system",
      "The acquirer for Visa and Mastercard begins to answer with timeouts",
      { acquirer: "northpay", timeout_ms: 30000 },
    ],
    [
      5,
      "detection",
      "monitoring",
      "Alert: card authorisations below 80% success (current: 46%)",
      { alert_id: "PAY-311", success_percentage: 46 },
    ],
    [
      7,
      "detection",
      "monitoring",
      "Alert: payment-gateway worker pool above 95%",
      { alert_id: "PAY-312", pool_utilization: 97 },
    ],
    [
      9,
      "detection",
      "monitoring",
      "Alert: p99 of /api/payments above 10 s (current: 30.2 s)",
      { alert_id: "PAY-313", latency_p99_ms: 30200 },
    ],
    [
      11,
      "declaration",
      "Grace Okafor",
      "SEV1 declared. Bridge open; acquirer's emergency line called.",
    ],
    [
      14,
      "investigation",
      "Tomas Herrera",
      "All failing calls go to the acquirer. Wallets and bank transfers work but wait for the same workers.",
    ],
    [
      18,
      "escalation",
      "Grace Okafor",
      "Chief operating officer and support leads informed. Acquirer confirms a problem in its data centre, no time given.",
    ],
    [
      26,
      "mitigation",
      "Priya Raman",
      "Timeout to the acquirer lowered from 30 s to 4 s, so that workers are free for other methods",
      { old_timeout_ms: 30000, new_timeout_ms: 4000 },
    ],
    [
      33,
      "investigation",
      "Priya Raman",
      "Wallets and bank transfers back to normal; cards still at 40% success",
    ],
    [
      47,
      "mitigation",
      "Tomas Herrera",
      "Second acquirer enabled for 10% of card payments: 97% success",
    ],
    [
      61,
      "investigation",
      "Tomas Herrera",
      "Second acquirer takes at most 50 payments a second under our contract; asked for more",
    ],
    [
      82,
      "mitigation",
      "Tomas Herrera",
      "Limit raised to 200 a second. All card payments go to the second acquirer.",
    ],
    [
      94,
      "investigation",
      "Priya Raman",
      "Card authorisations at 96% success",
      { success_percentage: 96 },
    ],
    [
      118,
      "investigation",
      "Grace Okafor",
      "First acquirer reports its data centre restored; we stay on the second for tonight",
    ],
    [
      139,
      "investigation",
      "Priya Raman",
      "Reconciliation: 96 payments were taken twice, refunds started",
      { double_payments: 96 },
    ],
    [
      168,
      "resolution",
      "Grace Okafor",
      "Refunds confirmed, success rate normal for 75 minutes. Resolved.",
    ],
  ],
  messages: [
    [
      14,
      "external",
      "Investigating - Many card payments fail. Wallets and bank transfers are slow. Next update in 15 minutes.",
    ],
    [
      20,
      "stakeholders",
      "Card payments fail because our acquirer has an outage. Bridge is running, Grace Okafor commands. Next update in 30 minutes.",
    ],
    [
      28,
      "external",
      "Identified - Our card processing partner has an outage. Wallets and bank transfers are recovering and can be used instead of cards. Next update in 15 minutes.",
    ],
    [
      48,
      "stakeholders",
      "We are moving card payments to our second acquirer in steps. Next update in 45 minutes.",
    ],
    [
      62,
      "external",
      "Identified - We are moving card payments to a second partner. Some cards work again. Next update in 30 minutes.",
    ],
    [
      86,
      "external",
      "Monitoring - Card payments work again for nearly everyone. Next update in 90 minutes.",
    ],
    [
      92,
      "stakeholders",
      "All card payments run through the second acquirer, success rate 96%. Fees are 0.2% higher while we stay on it.",
    ],
    [
      168,
      "external",
      "Resolved - Card payments have worked normally since {94}. Payments that were taken twice are being refunded. We will publish a report within 3 days.",
    ],
  ],
  impact: {
    revenue_impact: "critical",
    affected_users_percentage: 57,
    affected_regions: ["eu-west-1", "us-east-1", "ap-southeast-2"],
    data_integrity_risk: false,
    security_breach: false,
    customer_facing: true,
    degradation_type: "major",
    workaround_available: false,
  },
  signals: {
    error_rate_percentage: 54,
    latency_p99_ms: 30200,
    affected_endpoints: ["/api/payments", "/api/refunds", "/api/subscriptions"],
    dependent_services: ["checkout", "mobile-app", "subscription-billing"],
    alert_count: 21,
    customer_reports: 140,
  },
  onCall: { primary: "Priya Raman", secondary: "Tomas Herrera", manager: "Grace Okafor" },
  resolution: {
    root_cause:
      "An outage in the data centre of the acquirer. With a timeout of 30 seconds its hanging calls held all workers of payment-gateway, so that payment methods which do not need it failed as well.",
    contributing_factors: [
      "The acquirer is a single third-party provider for both large card schemes",
      "Payment methods share one worker pool, without capacity kept for each",
      "Moving to the second acquirer is a manual change that nobody had tried under load",
      "Runbook did not name the contract limit of the second acquirer",
    ],
    mitigation_steps: [
      "Lowered the timeout to the acquirer from 30 s to 4 s",
      "Moved card payments to the second acquirer in steps",
      "Refunded 96 payments that were taken twice",
    ],
    permanent_fix:
      "Route card payments by success rate between two acquirers, with a worker pool for each method.",
    customer_impact: {
      affected_users: 23800,
      failed_transactions: 9140,
      revenue_impact_usd: 118000,
      data_loss: false,
    },
  },
  tasks: [
    {
      title: "Give each payment method its own worker pool with 20% reserve",
      owner: "Priya Raman",
      priority: "P0",
      due: 21,
      type: "mitigation",
      status: "in_review",
    },
    {
      title:
        "Route card payments to the second acquirer when success falls below 85% for 2 minutes",
      owner: "Tomas Herrera",
      priority: "P1",
      due: 42,
      type: "prevention",
      status: "in_progress",
      since: {
        description:
          "Both acquirers answer the same calls since the spring.\n\n- [x] Measure success per acquirer\n- [x] Switch by hand\n- [ ] Switch by itself, and back after 10 minutes",
        ticket: "https://acme.atlassian.net/browse/PAY-1207",
        comments: [
          {
            day: 12,
            by: "Tomas Herrera",
            body: "Switching by hand works: 40 seconds in the last drill.",
          },
          { day: 13, by: "Priya Raman", body: "Who decides to go back? I would wait 10 minutes." },
        ],
      },
    },
    {
      title: "Drill the move to the second acquirer every month at 100 payments per second",
      owner: "Grace Okafor",
      priority: "P1",
      due: 30,
      type: "process",
      status: "open",
      since: {
        snoozed: {
          day: 32,
          until: 38,
          reason: "The acquirer’s test system is down until next week.",
        },
      },
    },
    {
      title: "Alert on payments taken twice within 5 minutes",
      owner: "Priya Raman",
      priority: "P2",
      due: 28,
      type: "detection",
      status: "in_progress",
      since: {
        done: {
          day: 25,
          kind: "test",
          evidence: "Two equal payments in staging: the alert came after 40 seconds.",
        },
        check: { text: "The alert fires in the monthly drill", due: 33 },
      },
    },
  ],
  participants: [
    ["Grace Okafor", "Incident Commander"],
    ["Tomas Herrera", "Operations Lead"],
    ["Laura Bianchi", "Communications Lead"],
    ["Priya Raman", "Payments SME"],
  ],
  published: true,
  postmortem: {
    body: cardAcquirerPostmortem,
    author: "Grace Okafor",
    daysLater: 3,
    isPublished: true,
  },
};
