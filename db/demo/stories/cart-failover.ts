import { cartFailoverPostmortem } from "../postmortems/cart-failover";
import type { Story } from "../story";

/** Long silences in the night, late to declare, two promises missed. */
export const cartFailover: Story = {
  starts: { daysAgo: 20, at: "00:48" },
  title: "Carts lose items",
  severity: "SEV2",
  status: "resolved",
  service: "checkout",
  affected: ["mobile-app"],
  commander: "Tomas Herrera",
  speaker: "Tomas Herrera",
  declared: 58,
  resolved: 402,
  events: [
    [
      0,
      "trigger",
      "system",
      "Primary of the cart database stops answering; the replica takes over on its own",
      { database: "cart-db", failover_seconds: 41 },
    ],
    [
      19,
      "detection",
      "monitoring",
      "Alert: cart writes rejected above 1% (current: 6.4%)",
      { alert_id: "CHK-590", error_rate: 6.4 },
    ],
    [
      58,
      "declaration",
      "Tomas Herrera",
      "SEV2 declared: items disappear from carts after the page is reloaded",
    ],
    [
      66,
      "investigation",
      "Tomas Herrera",
      "Half of the checkout instances still write to the old primary, which accepts and then discards",
    ],
    [71, "escalation", "Tomas Herrera", "Platform on-call paged for the connection settings"],
    [
      104,
      "investigation",
      "Samir Patel",
      "Instances resolved the database name once at start; the new address never reached them",
    ],
    [122, "mitigation", "Samir Patel", "Restart of all checkout instances, one zone at a time"],
    [
      168,
      "mitigation",
      "Samir Patel",
      "All instances write to the new primary. Rejected writes at 0.",
    ],
    [
      305,
      "investigation",
      "Kofi Mensah",
      "Lost cart items can be rebuilt from the click log for 3,900 of 4,150 carts",
    ],
    [
      381,
      "mitigation",
      "Kofi Mensah",
      "Rebuilt carts written back; customers with an open session see them on the next page",
    ],
    [402, "resolution", "Tomas Herrera", "Resolved. Old primary stays offline for analysis."],
  ],
  messages: [
    [
      62,
      "external",
      "Investigating - Some customers lose items from their cart. Completed orders are not affected. Next update in 30 minutes.",
    ],
    [
      130,
      "external",
      "Identified - Part of our checkout wrote to a database that is no longer in use. We are restarting it. Next update in 30 minutes.",
    ],
    [
      176,
      "external",
      "Monitoring - Carts keep their items again. We are restoring carts that lost items. Next update by {420}.",
    ],
    [
      402,
      "external",
      "Resolved - Carts work normally, and most lost items are back. We apologise for the trouble.",
    ],
  ],
  impact: {
    revenue_impact: "high",
    affected_users_percentage: 26,
    affected_regions: ["eu-west-1"],
    data_integrity_risk: false,
    security_breach: false,
    customer_facing: true,
    degradation_type: "major",
    workaround_available: false,
  },
  signals: {
    error_rate_percentage: 6.4,
    latency_p99_ms: 2300,
    affected_endpoints: ["/api/cart", "/api/cart/items"],
    dependent_services: ["mobile-app", "order-service"],
    alert_count: 4,
    customer_reports: 19,
  },
  onCall: { primary: "Tomas Herrera", secondary: "Priya Raman", manager: "Grace Okafor" },
  resolution: {
    root_cause:
      "Checkout resolves the address of the cart database once, at start. After the failover half of its instances kept writing to the old primary, which accepted writes and discarded them.",
    contributing_factors: [
      "The failed node still accepted connections: failover was never tested in this environment with traffic",
      "Alert on rejected writes does not page at night",
      "No runbook for a cart database failover",
      "Write acknowledgements come from a network driver in its default configuration, before data is on a replica",
    ],
    mitigation_steps: ["Restarted all checkout instances", "Rebuilt lost carts from the click log"],
    permanent_fix:
      "Resolve the address on every reconnect and close connections to a demoted primary.",
    customer_impact: {
      affected_users: 4150,
      failed_transactions: 610,
      revenue_impact_usd: 21400,
      data_loss: true,
    },
  },
  tasks: [
    {
      title: "Page at any hour when more than 1% of cart writes are rejected",
      owner: "Tomas Herrera",
      priority: "P1",
      due: 7,
      type: "detection",
      status: "in_progress",
      since: {
        done: {
          day: 6,
          kind: "test",
          evidence: "Rejected 2% of writes in staging at 03:00: the page came at 03:01.",
        },
        check: { text: "It stays silent through a planned failover", due: 24 },
      },
    },
    {
      title: "Resolve the database address on every reconnect in all checkout services",
      owner: "Samir Patel",
      priority: "P1",
      due: 14,
      type: "prevention",
      status: "in_progress",
    },
    {
      title: "Write the cart database failover runbook and drill it once before the next sale",
      owner: "Priya Raman",
      priority: "P2",
      due: 28,
      type: "process",
      status: "open",
    },
    { title: "Fence old primary", priority: "P2", status: "open" },
  ],
  participants: [
    ["Tomas Herrera", "Incident Commander"],
    ["Samir Patel", "Operations Lead"],
    ["Kofi Mensah", "Data SME"],
  ],
  published: true,
  postmortem: {
    body: cartFailoverPostmortem,
    author: "Tomas Herrera",
    daysLater: 2,
    review: { isApproved: true, remarks: [] },
  },
};
