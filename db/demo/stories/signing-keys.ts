import { signingKeysPostmortem } from "../postmortems/signing-keys";
import type { Story } from "../story";

/** A SEV1 with a written postmortem. */
export const signingKeys: Story = {
  starts: { daysAgo: 71, at: "15:02" },
  title: "Nobody can sign in",
  severity: "SEV1",
  status: "resolved",
  service: "auth",
  affected: ["api-gateway", "checkout", "mobile-app", "notifications", "search"],
  commander: "Helena Duarte",
  speaker: "Laura Bianchi",
  declared: 6,
  resolved: 96,
  events: [
    [
      0,
      "trigger",
      "Jonas Weber",
      "Quarterly rotation of the token signing key: the new key becomes active in auth",
      { key_id: "sig-2", previous_key_id: "sig-1" },
    ],
    [
      3,
      "detection",
      "monitoring",
      "Synthetic sign-in fails from all five probes: 401 invalid signature",
      { alert_id: "AUTH-77", probes_failing: 5 },
    ],
    [
      4,
      "detection",
      "monitoring",
      "Alert: 401 responses at api-gateway above 20% of traffic (current: 63%)",
      { alert_id: "GW-2291", error_rate: 63 },
    ],
    [
      6,
      "declaration",
      "Helena Duarte",
      "SEV1 declared. Bridge open, identity and platform called in.",
    ],
    [
      9,
      "investigation",
      "Noor El-Sayed",
      "New tokens carry sig-2, the gateways still hold the key set of this morning with sig-1 only",
    ],
    [
      11,
      "escalation",
      "Helena Duarte",
      "Director of engineering and support leads informed; call centre told to expect calls",
    ],
    [
      15,
      "investigation",
      "Samir Patel",
      "Gateways cache the key set for 24 hours and ignore the cache header of the key endpoint",
    ],
    [19, "mitigation", "Jonas Weber", "Rotation reverted: auth signs with sig-1 again"],
    [
      24,
      "investigation",
      "Noor El-Sayed",
      "New sign-ins work. Sessions made between {0} and {19} hold tokens that no gateway accepts.",
    ],
    [
      31,
      "mitigation",
      "Samir Patel",
      "Rolling restart of all gateways begins, so that they read the key set anew",
      { gateways: 48 },
    ],
    [44, "mitigation", "Samir Patel", "Restart complete: gateways accept both keys"],
    [
      52,
      "investigation",
      "Noor El-Sayed",
      "401 responses at 0.9%, the usual level; sign-in probes pass from everywhere",
    ],
    [
      63,
      "investigation",
      "Jonas Weber",
      "Refresh of 41,000 stale sessions verified on a sample of 200: all renewed without a new sign-in",
    ],
    [
      77,
      "investigation",
      "Noor El-Sayed",
      "No tokens were accepted that should not have been: checked all gateway decisions since {0}",
    ],
    [
      89,
      "investigation",
      "Helena Duarte",
      "Stable for 45 minutes; support sees no new calls about sign-in",
    ],
    [
      96,
      "resolution",
      "Helena Duarte",
      "Resolved. Key rotation is frozen until the gateways read key sets in time.",
    ],
  ],
  messages: [
    [
      8,
      "external",
      "Investigating - Most customers cannot sign in at the moment. We are looking into it. Next update in 15 minutes.",
    ],
    [
      12,
      "internal",
      "SEV1 auth: signing key rotation, gateways reject new tokens. IC Helena Duarte, ops Noor El-Sayed. Do not restart services on your own, please.",
    ],
    [
      22,
      "external",
      "Identified - A change to how sign-ins are verified has been reverted. New sign-ins work; some customers still see errors. Next update in 15 minutes.",
    ],
    [
      36,
      "external",
      "Identified - We are restarting our gateways so that sessions from the last half hour work again. Next update in 15 minutes.",
    ],
    [
      50,
      "external",
      "Monitoring - Signing in works for everyone. We are watching it closely. Next update in 60 minutes.",
    ],
    [
      96,
      "external",
      "Resolved - Signing in has worked for everyone since {44}. We will publish a report within 3 days.",
    ],
  ],
  impact: {
    revenue_impact: "critical",
    affected_users_percentage: 82,
    affected_regions: ["eu-west-1", "us-east-1", "ap-southeast-2"],
    data_integrity_risk: false,
    security_breach: false,
    customer_facing: true,
    degradation_type: "major",
    workaround_available: false,
  },
  signals: {
    error_rate_percentage: 63,
    latency_p99_ms: 900,
    affected_endpoints: ["/login", "/token", "/api/session", "/api/orders", "/api/cart"],
    dependent_services: ["api-gateway", "checkout", "mobile-app", "notifications", "search"],
    alert_count: 34,
    customer_reports: 260,
  },
  deployments: [
    {
      service: "auth",
      minute: 0,
      version: "key sig-2",
      changes: "Quarterly rotation of the token signing key",
    },
  ],
  onCall: { primary: "Noor El-Sayed", secondary: "Jonas Weber", manager: "Helena Duarte" },
  resolution: {
    root_cause:
      "The gateways keep the set of signing keys for 24 hours. The rotation made the new key active at once, without the day in which both are published, so every gateway refused tokens signed with it.",
    contributing_factors: [
      "The rotation runbook does not say to publish the new key a day before it signs",
      "Gateway cache of the key set ignores the configuration that auth sends",
      "Staging runs one gateway that is restarted nightly, an environment in which the fault cannot show",
      "No alert for tokens refused because their key is unknown",
    ],
    mitigation_steps: [
      "Signed with the previous key again",
      "Restarted all 48 gateways so that they accept both keys",
    ],
    permanent_fix:
      "Publish keys a day before use, and read the key set again when a token names an unknown key.",
    customer_impact: {
      affected_users: 41000,
      failed_transactions: 5200,
      revenue_impact_usd: 74000,
      data_loss: false,
    },
  },
  tasks: [
    {
      title: "Fetch the key set again when a token names an unknown key, at most once per minute",
      owner: "Samir Patel",
      priority: "P0",
      due: 5,
      type: "mitigation",
      status: "in_progress",
      since: {
        done: {
          day: 4,
          kind: "test",
          evidence: "Gateway test “unknown key id”: one fetch in 60 s under 2,000 requests/s.",
        },
      },
    },
    {
      title:
        "Rewrite the rotation runbook: publish 24 hours before signing, then verify, then activate",
      owner: "Jonas Weber",
      priority: "P1",
      due: 10,
      type: "process",
      status: "in_progress",
      since: {
        done: {
          day: 9,
          kind: "link",
          evidence: "https://wiki.example.com/runbooks/signing-key-rotation",
        },
      },
    },
    {
      title: "Alert when more than 0.5% of tokens name an unknown key",
      owner: "Noor El-Sayed",
      priority: "P1",
      due: 14,
      type: "detection",
      status: "done",
    },
    {
      title: "Rotate the key weekly in staging with three gateways before each production rotation",
      owner: "Jonas Weber",
      priority: "P2",
      due: 45,
      type: "prevention",
      status: "in_review",
      since: {
        comments: [
          { day: 30, by: "Jonas Weber", body: "Runs every Monday. The third gateway is ordered." },
          { day: 52, by: "Samir Patel", body: "It is there. Please look at the schedule again." },
        ],
      },
    },
  ],
  participants: [
    ["Helena Duarte", "Incident Commander"],
    ["Noor El-Sayed", "Operations Lead"],
    ["Laura Bianchi", "Communications Lead"],
    ["Jonas Weber", "Identity SME"],
    ["Samir Patel", "Gateway SME"],
  ],
  published: true,
  postmortem: {
    body: signingKeysPostmortem,
    author: "Noor El-Sayed",
    daysLater: 2,
    isPublished: true,
  },
};
