/** For how many days a share link lives. */
export const SHARE_LINK_DAYS = { usual: 14, most: 90, choices: [1, 7, 14, 30, 90] } as const;

export type ShareLinkState = "active" | "expired" | "revoked";

/** Does the link still open the incident? */
export function shareLinkState(
  { expiresAt, revokedAt }: { expiresAt: number; revokedAt: number | null },
  now: number,
): ShareLinkState {
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "active";
}
