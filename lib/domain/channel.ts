import { isMailAddress } from "./mail-address";
import { addressProblem } from "./web-address";

/** How a channel is reached. */
export const CHANNEL_KINDS = ["email", "slack", "teams", "webhook"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export const CHANNEL_KIND_NAMES: Record<ChannelKind, string> = {
  email: "E-mail list",
  slack: "Slack or compatible",
  teams: "Microsoft Teams",
  webhook: "Signed webhook",
};

/** How many messages a channel gets in a minute at most, unless somebody sets another number. */
export const USUAL_PER_MINUTE = 20;

/** What a channel's sealed texts are sealed for. */
export const addressContext = (key: string) => `channel address ${key}`;
export const secretContext = (key: string) => `channel secret ${key}`;

export const tidyChannelAddress = (kind: ChannelKind, address: string): string => {
  const text = address.trim();
  if (kind === "email") return text.toLowerCase();
  return URL.canParse(text) ? new URL(text).href : text;
};

/** Why nothing can be sent to an address; `undefined` where something can. */
export function channelProblem(
  kind: ChannelKind,
  address: string,
  { allowsPrivate }: { allowsPrivate: boolean },
): string | undefined {
  if (kind === "email") {
    return isMailAddress(address) ? undefined : "Write an e-mail address such as ops@example.com.";
  }
  const problem = addressProblem(address);
  if (problem) return problem;
  return allowsPrivate || address.startsWith("https:")
    ? undefined
    : "The address begins with https://.";
}

/** An address as far as it may be shown: `o…@example.com`, `https://hooks.example.com/…wxyz`. */
export function channelHint(kind: ChannelKind, address: string): string {
  if (kind === "email") {
    const [local = "", domain = ""] = address.split("@");
    return `${local.slice(0, 1)}…@${domain}`;
  }
  const { origin, pathname, search } = new URL(address);
  const rest = `${pathname}${search}`;
  return rest.length > 12 ? `${origin}/…${rest.slice(-4)}` : `${origin}/…`;
}
