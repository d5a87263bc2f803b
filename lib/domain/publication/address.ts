const INSIDE = /(?:^|\.)(?:internal|local|localhost|localdomain|lan|corp|home|intranet|private)$/;
const NUMBERS = /^[\d.]+$|^\[/;
const E_MAIL = /@|%40/i;

/**
 * The address of a link as outsiders may have it: elsewhere on the web, over https, with nobody's
 * name or password in it. `undefined` for one into the portal or into a network of one's own.
 */
export function outsideAddress(address: string, portal: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, host, username, password, href } = new URL(address);
  if (protocol !== "https:" || username || password || E_MAIL.test(href)) return undefined;
  if (host === hostOf(portal) || !hostname.includes(".")) return undefined;
  return INSIDE.test(hostname) || NUMBERS.test(hostname) ? undefined : href;
}

export const hostOf = (address: string) =>
  URL.canParse(address) ? new URL(address).host : undefined;
