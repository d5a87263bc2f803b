import { isMailAddress } from "./mail-address";
import type { Outcome } from "./outbox";
import { addressProblem } from "./web-address";

export const SUBSCRIBER_KINDS = ["mail", "webhook"] as const;
export type SubscriberKind = (typeof SUBSCRIBER_KINDS)[number];

export const SUBSCRIBER_KIND_NAMES: Record<SubscriberKind, string> = {
  mail: "E-mail",
  webhook: "Webhook",
};

/** "asked" waits for a confirmation; "failing" was given up after too many failures in a row. */
export const SUBSCRIBER_STATES = ["asked", "active", "left", "failing"] as const;
export type SubscriberState = (typeof SUBSCRIBER_STATES)[number];

export const SUBSCRIBER_STATE_NAMES: Record<SubscriberState, string> = {
  asked: "Not confirmed",
  active: "Active",
  left: "Left",
  failing: "Switched off",
};

const MINUTE = 60_000;
/** An address is sent a way to confirm so often at most, however often somebody types it in. */
export const ASK_AGAIN_AFTER = 10 * MINUTE;
/** Who does not confirm so long is forgotten. */
export const ASKED_KEPT = 7 * 24 * 60 * MINUTE;

/** So many failures in a row switch a subscriber off. A mail counts as one only when it was refused for good. */
export const MOST_FAILURES: Record<SubscriberKind, number> = { mail: 3, webhook: 20 };

/** The address as it is kept, so that one who subscribes twice is known again. */
export const tidyAddress = (kind: SubscriberKind, address: string): string =>
  kind === "mail" ? address.trim().toLowerCase() : normalUrl(address.trim());

const normalUrl = (text: string) => (URL.canParse(text) ? new URL(text).href : text);

/** Why nothing can be sent to an address; `undefined` where something can. */
export function subscriberProblem(
  kind: SubscriberKind,
  address: string,
  { allowsPrivate }: { allowsPrivate: boolean },
): string | undefined {
  if (kind === "mail") {
    return isMailAddress(address) ? undefined : "Write an e-mail address such as ada@example.com.";
  }
  const problem = addressProblem(address);
  if (problem) return problem;
  return allowsPrivate || address.startsWith("https:")
    ? undefined
    : "A webhook’s address begins with https://.";
}

/** An address as far as records may name it: `a…@example.com`, `https://example.com/…`. */
export function hintOf(kind: SubscriberKind, address: string): string {
  if (kind === "webhook") return URL.canParse(address) ? `${new URL(address).origin}/…` : "…";
  const [local = "", domain = ""] = address.split("@");
  return `${local.slice(0, 1)}…@${domain}`;
}

export type Standing = { state: SubscriberState; failures: number; problem: string | null };

/** How a subscriber stands after an attempt to reach them. */
export function afterAttempt(
  kind: SubscriberKind,
  { state, failures }: Standing,
  outcome: Outcome,
): Standing {
  if (outcome.is === "sent") return { state, failures: 0, problem: null };
  const { is, problem } = outcome;
  if (is === "dropped" || (kind === "mail" && is === "delayed")) {
    return { state, failures, problem: is === "dropped" ? null : problem };
  }
  const count = failures + 1;
  const isOff = count >= MOST_FAILURES[kind] || (kind === "webhook" && is === "refused");
  return { state: isOff && state === "active" ? "failing" : state, failures: count, problem };
}
