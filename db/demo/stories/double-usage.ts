import type { Story } from "../story";

/** Declared SEV3, while the facts speak for SEV1; no word to the outside. */
export const doubleUsage: Story = {
  starts: { daysAgo: 55, at: "02:10" },
  title: "Usage counted twice in customer invoices",
  severity: "SEV3",
  status: "resolved",
  service: "data-pipeline",
  affected: ["billing"],
  commander: "Kofi Mensah",
  speaker: "Laura Bianchi",
  declared: 425,
  resolved: 1140,
  events: [
    [
      0,
      "trigger",
      "system",
      "Backfill of usage events for the previous day runs beside the hourly job",
      { job: "usage-backfill" },
    ],
    [
      395,
      "detection",
      "Laura Bianchi",
      "Support forwards three customers whose usage doubled overnight",
    ],
    [
      425,
      "declaration",
      "Kofi Mensah",
      "SEV3 declared. Invoices for 214 customers go out tomorrow at 06:00.",
    ],
    [
      440,
      "investigation",
      "Ingrid Solberg",
      "The backfill wrote with new event ids, so the deduplication of the hourly job did not see them",
    ],
    [
      455,
      "mitigation",
      "Kofi Mensah",
      "Invoice run of tomorrow put on hold",
      { invoices_held: 214 },
    ],
    [
      510,
      "investigation",
      "Ingrid Solberg",
      "1.9 million events counted twice, all between 00:00 and 02:00 of yesterday",
    ],
    [
      640,
      "mitigation",
      "Ingrid Solberg",
      "Duplicates removed in a copy; totals agree with the raw log for all customers",
    ],
    [
      820,
      "investigation",
      "Kofi Mensah",
      "Finance checks twenty invoices by hand against the raw log",
    ],
    [1010, "mitigation", "Ingrid Solberg", "Corrected usage swapped in; dashboards rebuilt"],
    [1140, "resolution", "Kofi Mensah", "Invoice run released. No wrong invoice left the house."],
  ],
  messages: [
    [
      430,
      "internal",
      "Usage is counted twice for some customers. Please do not promise credits yet: no invoice has gone out. Next update in 2 hours.",
    ],
    [
      650,
      "internal",
      "Corrected numbers are ready and being checked with finance. Next update by {900}.",
    ],
    [
      1140,
      "stakeholders",
      "Invoices were held for one day and are now correct. Customers who look at their usage page saw double values for nine hours.",
    ],
  ],
  impact: {
    revenue_impact: "medium",
    affected_users_percentage: 6,
    affected_regions: [],
    data_integrity_risk: true,
    security_breach: false,
    customer_facing: true,
    degradation_type: "minor",
    workaround_available: true,
  },
  signals: {
    affected_endpoints: ["/api/usage"],
    dependent_services: ["billing", "reporting"],
    alert_count: 0,
    customer_reports: 3,
  },
  onCall: { primary: "Ingrid Solberg", secondary: "Kofi Mensah", manager: "Helena Duarte" },
  resolution: {
    root_cause:
      "The backfill gives events new ids. Deduplication goes by id, so a backfill over hours that were already loaded counts them a second time.",
    contributing_factors: [
      "Backfill procedure does not ask which hours are already loaded",
      "No metric compares counted usage with the raw log",
      "Operator started the backfill by hand from memory",
    ],
    mitigation_steps: ["Held the invoice run", "Removed duplicates in a copy and swapped it in"],
    permanent_fix: "Derive event ids from their content, so that loading twice changes nothing.",
    customer_impact: {
      affected_users: 214,
      failed_transactions: 0,
      revenue_impact_usd: 0,
      data_loss: false,
    },
  },
  tasks: [
    {
      title: "Derive usage event ids from content so that a second load changes nothing",
      owner: "Ingrid Solberg",
      priority: "P1",
      due: 30,
      type: "prevention",
      status: "in_review",
    },
    {
      title: "Compare counted usage with the raw log hourly and alert above 0.1% difference",
      owner: "Kofi Mensah",
      priority: "P1",
      due: 21,
      type: "detection",
      status: "in_progress",
      since: {
        done: {
          day: 19,
          kind: "figure",
          evidence: "The last 96 hours differ by 0.02% at most.",
        },
        ticket: "https://github.com/example/usage-pipeline/issues/218",
      },
    },
    {
      title: "Backfill docs",
      owner: "Ingrid Solberg",
      priority: "P3",
      type: "process",
      status: "open",
    },
  ],
  participants: [
    ["Kofi Mensah", "Incident Commander"],
    ["Ingrid Solberg", "Operations Lead"],
    ["Laura Bianchi", "Customer Liaison"],
  ],
  published: false,
};
