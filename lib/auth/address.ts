/**
 * The address a request came from, as the last hop names it: the proxy in front of the portal, or the
 * portal's own server. What the sender wrote before that is not believed.
 */
export function addressOf(headers: Headers): string {
  const hops = headers.get("x-forwarded-for")?.split(",") ?? [];
  return hops.at(-1)?.trim() || "unknown";
}
