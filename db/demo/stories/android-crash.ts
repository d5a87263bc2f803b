import type { Story } from "../story";

/** A SEV4 over several days, fixed by a store release. */
export const androidCrash: Story = {
  starts: { daysAgo: 63, at: "10:30" },
  title: "App closes on start on Android 9",
  severity: "SEV4",
  status: "resolved",
  service: "mobile-app",
  commander: "Daniel Cho",
  speaker: "Laura Bianchi",
  declared: 205,
  resolved: 2980,
  events: [
    [
      0,
      "trigger",
      "Daniel Cho",
      "Version 8.14 reaches 20% of Android users in the staged rollout",
      { version: "8.14.0", rollout_percentage: 20 },
    ],
    [
      140,
      "detection",
      "monitoring",
      "Crash-free sessions on Android 9 at 71% (threshold 98%)",
      { crash_free_percentage: 71, android: 9 },
    ],
    [
      205,
      "declaration",
      "Daniel Cho",
      "SEV4 declared: Android 9 is 1.8% of users and the website works on their phones",
    ],
    [215, "mitigation", "Daniel Cho", "Rollout of 8.14 halted at 20%"],
    [
      260,
      "investigation",
      "Daniel Cho",
      "Crash reproduced: the new image library calls an API that Android 9 does not have",
    ],
    [
      1450,
      "investigation",
      "Daniel Cho",
      "8.14.1 with the earlier image library passes on eleven devices from Android 8 to 15",
    ],
    [1500, "mitigation", "Daniel Cho", "8.14.1 sent to the store, review expected within a day"],
    [2700, "mitigation", "Daniel Cho", "8.14.1 approved and released to everyone who has 8.14.0"],
    [2980, "resolution", "Daniel Cho", "Crash-free sessions on Android 9 at 99.4%. Resolved."],
  ],
  impact: {
    revenue_impact: "low",
    affected_users_percentage: 0.4,
    affected_regions: ["eu-west-1"],
    data_integrity_risk: false,
    security_breach: false,
    customer_facing: true,
    degradation_type: "complete",
    workaround_available: true,
  },
  signals: { error_rate_percentage: 0.1, alert_count: 1, customer_reports: 4 },
  deployments: [
    {
      service: "mobile-app",
      minute: -1440,
      version: "8.14.0",
      changes: "New image library, faster product lists",
    },
  ],
  resolution: {
    root_cause:
      "The image library of 8.14 needs Android 10. The build did not fail, because the check for the oldest supported version was off for libraries.",
    contributing_factors: [
      "Test devices begin at Android 11, so nobody reviewed the oldest supported version",
    ],
    mitigation_steps: ["Halted the rollout", "Released 8.14.1 with the earlier image library"],
  },
  tasks: [
    {
      title: "Turn on the API level check for libraries in the Android build",
      owner: "Daniel Cho",
      priority: "P2",
      due: 14,
      type: "prevention",
      status: "done",
    },
    {
      title: "Add an Android 9 phone to the release checklist",
      owner: "Daniel Cho",
      priority: "P3",
      due: 30,
      type: "process",
      status: "open",
      since: {
        dropped: {
          day: 20,
          reason:
            "The build’s API level check finds the same calls on every commit, without a phone.",
        },
      },
    },
  ],
  participants: [["Daniel Cho", "Incident Commander"]],
  published: false,
};
