/** How a channel is reached. */
export const CHANNEL_KINDS = ["email", "slack", "teams", "webhook"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export const CHANNEL_KIND_NAMES: Record<ChannelKind, string> = {
  email: "E-mail list",
  slack: "Slack or compatible",
  teams: "Microsoft Teams",
  webhook: "Signed webhook",
};
