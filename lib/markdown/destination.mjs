const PORTAL = "http://portal.invalid";

/**
 * Where a link may lead: within this portal, to an https address, or to a mailbox; otherwise
 * `undefined`. The answer is how a browser reads the text, so nothing hides in tabs or backslashes.
 * @param {string} href
 * @returns {{ href: string, isOurs: boolean } | undefined}
 */
export function destinationOf(href) {
  if (href.startsWith("#")) return { href: `#user-content-${href.slice(1)}`, isOurs: true };
  if (!URL.canParse(href, PORTAL)) return undefined;
  const url = new URL(href, PORTAL);
  if (url.protocol === "https:" || url.protocol === "mailto:") {
    return { href: url.href, isOurs: false };
  }
  const path = url.pathname + url.search + url.hash;
  return url.origin === PORTAL && !path.startsWith("//") ? { href: path, isOurs: true } : undefined;
}
