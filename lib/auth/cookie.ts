/** `__Host-` binds the cookie to this one host over TLS; browsers refuse that name on plain http. */
export const sessionCookieName = (baseUrl: string) =>
  baseUrl.startsWith("https:") ? "__Host-muster-session" : "muster-session";
