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

/** The cookie that carries a share link's token, for the one path of the incident that it opens. */
export const SHARE_COOKIE = "muster-share";

const PREVIEWERS =
  /bot\b|facebookexternalhit|whatsapp|skypeuripreview|embedly|mattermost|crawler|spider/i;

/** True for the programs with which chats look a link up before anyone has opened it. */
export function isLinkPreview(userAgent: string | null): boolean {
  return userAgent !== null && PREVIEWERS.test(userAgent);
}

/** Who came through a link, as records name them: nobody knows more of them. */
export const readerOf = ({ label }: { label: string }): string =>
  `Somebody with the link for ${label}`;
