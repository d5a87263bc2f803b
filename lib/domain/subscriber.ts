export const SUBSCRIBER_KINDS = ["mail", "webhook"] as const;
export type SubscriberKind = (typeof SUBSCRIBER_KINDS)[number];

/** "asked" waits for a confirmation; "failing" was given up after too many failures in a row. */
export const SUBSCRIBER_STATES = ["asked", "active", "left", "failing"] as const;
export type SubscriberState = (typeof SUBSCRIBER_STATES)[number];
