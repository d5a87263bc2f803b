/** How a message leaves the portal. */
export const MESSAGE_KINDS = ["mail"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** "failed" is given up, and a person can have it sent again. */
export const MESSAGE_STATES = ["waiting", "sent", "failed"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
