const HERE = "http://here.invalid";

/** The path to return to after sign-in: one on this site, else `/`. */
export function safeCallback(wanted: string | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  return origin === HERE && !leavesSite(pathname) ? pathname + search + hash : "/";
}

/** True for `//evil` and its disguises: a browser reads a second slash or backslash as a host. */
function leavesSite(pathname: string): boolean {
  return /^\/(?:[/\\]|%2f|%5c)/i.test(pathname);
}
