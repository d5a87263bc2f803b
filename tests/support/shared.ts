import { countShareView } from "@/db/mutations/share-views";
import { findSharedReport } from "@/db/queries/public/report";
import { findHeldLink, findShareLink, readSharedIncident } from "@/db/queries/public/share";

/** What somebody with a link reads of the incident; `undefined` where it does not open that one. */
export function openShared(token: string, key: string, now = Date.now(), since?: number) {
  const link = findHeldLink(token, key, now);
  return link && { expiresAt: link.expiresAt, incident: readSharedIncident(link, since) };
}

/** What somebody with a link reads of the postmortem. */
export function openSharedReport(token: string, key: string, now = Date.now()) {
  const link = findHeldLink(token, key, now);
  return link && findSharedReport(link);
}

/** One visit through a link. */
export function visitShared(token: string, now: number): void {
  const link = findShareLink(token, now);
  if (link) countShareView(link, now);
}
