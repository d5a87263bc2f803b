import type { Story } from "../story";

/** Nothing detected it: support heard of it first, and no event says when. */
export const promoCodes: Story = {
  starts: { daysAgo: 41, at: "07:45" },
  title: "Promotion codes are refused at checkout",
  severity: "SEV3",
  status: "resolved",
  service: "checkout",
  commander: "Tomas Herrera",
  speaker: "Laura Bianchi",
  declared: 178,
  resolved: 290,
  events: [
    [
      0,
      "trigger",
      "system",
      "The promotion DELIVERY20 begins; its rules are read from the new promotion service",
    ],
    [
      178,
      "declaration",
      "Tomas Herrera",
      "SEV3 declared after the support queue filled with refused codes",
    ],
    [
      184,
      "investigation",
      "Tomas Herrera",
      "Codes with a digit are refused: the new service compares them in another case than they were saved",
    ],
    [
      196,
      "investigation",
      "Priya Raman",
      "Codes without digits work, which is why the tests passed",
    ],
    [
      221,
      "mitigation",
      "Priya Raman",
      "Comparison fixed in promotion-service 1.0.3, deployed to production",
    ],
    [232, "mitigation", "Tomas Herrera", "Refused share of codes back to 2%, mostly typing errors"],
    [
      290,
      "resolution",
      "Tomas Herrera",
      "Resolved. Customers who wrote to support have received a code by e-mail.",
    ],
  ],
  messages: [
    [
      185,
      "internal",
      "Promotion codes with a digit are refused since {0}. Please collect the customers' addresses, we will send them a new code. Next update in 45 minutes.",
    ],
    [230, "internal", "Fix is live. Ask customers to try again."],
    [
      238,
      "external",
      "Resolved - Promotion codes were refused this morning. They work again since {221}.",
    ],
  ],
  impact: {
    revenue_impact: "medium",
    affected_users_percentage: 9,
    affected_regions: ["eu-west-1"],
    customer_facing: true,
    degradation_type: "minor",
    workaround_available: false,
  },
  signals: {
    affected_endpoints: ["/api/promotions/apply"],
    dependent_services: ["checkout"],
    customer_reports: 64,
  },
  deployments: [
    {
      service: "promotion-service",
      minute: -810,
      version: "1.0.2",
      changes: "Promotion rules move out of checkout",
    },
  ],
  resolution: {
    root_cause:
      "Codes are saved in upper case and compared as typed. The earlier code changed the case of letters and digits together; the new one skips codes with digits.",
    contributing_factors: [
      "No alert on the share of refused codes",
      "Test data has only codes without digits; the test plan was not reviewed by checkout",
    ],
    mitigation_steps: ["Fixed the comparison and deployed promotion-service 1.0.3"],
  },
  tasks: [
    {
      title: "Alert when more than 10% of promotion codes are refused within 15 minutes",
      owner: "Priya Raman",
      priority: "P2",
      due: 14,
      type: "detection",
      status: "in_progress",
      since: {
        done: {
          day: 13,
          kind: "test",
          evidence: "Replayed the morning of the incident: the alert fires at 08:04.",
        },
      },
    },
    {
      title: "Feed last year's promotion codes through every release of the service",
      owner: "Tomas Herrera",
      priority: "P3",
      due: 30,
      type: "prevention",
      status: "open",
    },
  ],
  participants: [
    ["Tomas Herrera", "Incident Commander"],
    ["Priya Raman", "Operations Lead"],
    ["Laura Bianchi", "Customer Liaison"],
  ],
  published: true,
};
