/** `__Host-` binds a cookie to this one host over TLS; browsers refuse that name on plain http. */
export const cookieName = (name: string, baseUrl: string) =>
  baseUrl.startsWith("https:") ? `__Host-${name}` : name;

export const sessionCookieName = (baseUrl: string) => cookieName("muster-session", baseUrl);
