import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { findSharedEdition } from "@/db/queries/editions";
import { shareLinks } from "@/db/schema";
import { hashToken } from "@/lib/token";
import { findShareLink } from "./share";

export type SharedReport = { body: string; edition: number; at: number };

/** What of the postmortem a link shows, if it opens the incident with this key. */
export function findSharedReport(
  token: string,
  key: string,
  now = Date.now(),
): SharedReport | undefined {
  const link = findShareLink(token, now);
  if (!link || link.key !== key || !showsPostmortem(token)) return undefined;
  const edition = findSharedEdition(link.incidentId);
  if (!edition?.sharedBody) return undefined;
  return { body: edition.sharedBody, edition: edition.number, at: edition.publishedAt };
}

function showsPostmortem(token: string): boolean {
  const link = db()
    .select({ id: shareLinks.id })
    .from(shareLinks)
    .where(and(eq(shareLinks.tokenHash, hashToken(token)), eq(shareLinks.showsPostmortem, true)))
    .get();
  return link !== undefined;
}
