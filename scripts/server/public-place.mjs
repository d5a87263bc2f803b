/** What is asked of the portal itself below the public page: forms, and what a secret in the address opens. */
const PORTALS = /^subscribe(?:$|\/)/;

/**
 * The path below the public page that an address names, without its query, or `undefined` where the portal
 * answers. The page has its own host, or is at /status of the portal's.
 */
export function publicPathOf(url, host, statusUrl) {
  const [path] = url.split("?", 1);
  const below = pathBelow(path, host, statusUrl);
  return below === undefined || PORTALS.test(below) ? undefined : below;
}

/** Where the portal has what it answers below the page, whatever the page's own address. */
export function portalUrlOf(url, host, statusUrl) {
  const [path, ...query] = url.split("?");
  const below = pathBelow(path, host, statusUrl);
  if (below === undefined || !PORTALS.test(below)) return url;
  return [`/status/${below.replace(/\/+$/, "")}`, ...query].join("?");
}

function pathBelow(path, host, { host: own, base }) {
  if (base === "" && host?.toLowerCase() !== own) return undefined;
  if (path === "/robots.txt") return "robots.txt"; // robots ask for it at the root alone
  if (path === base || path === `${base}/`) return "";
  if (path.startsWith("/api/v2/")) return path.slice(1); // Statuspage's own widget asks at the root alone
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : undefined;
}

/** Where the public page is, as the server compares it. */
export function statusPlace(statusUrl) {
  const { host, pathname } = new URL(statusUrl);
  return { host, base: pathname.replace(/\/$/, "") };
}
