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

/** Where the first account is made. */
export const SETUP_PATH = "/login/setup";
