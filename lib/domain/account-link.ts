const HOUR = 3_600_000;

export const ACCOUNT_LINK_KINDS = ["invitation", "reset", "setup"] as const;
export type AccountLinkKind = (typeof ACCOUNT_LINK_KINDS)[number];

/** For how many milliseconds a link can be used. */
export const ACCOUNT_LINK_LENGTH: Record<AccountLinkKind, number> = {
  invitation: 7 * 24 * HOUR,
  reset: HOUR,
  setup: 24 * HOUR,
};

/** Where a link leads; the token is in the query, which no log holds. */
export const accountLinkPath = (kind: "invitation" | "reset", token: string) =>
  `/login/${kind}?${new URLSearchParams({ token })}`;

/** How far a link is, of which one thing can still be done: to use it while it is open. */
export type AccountLinkState = "open" | "used" | "revoked" | "expired";

type Link = { usedAt: number | null; revokedAt: number | null; expiresAt: number };

export function accountLinkState(
  { usedAt, revokedAt, expiresAt }: Link,
  now: number,
): AccountLinkState {
  if (usedAt !== null) return "used";
  if (revokedAt !== null) return "revoked";
  return expiresAt > now ? "open" : "expired";
}
