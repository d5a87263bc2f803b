import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { findSharedEdition } from "@/db/queries/editions";
import { publicIncidents, publicPostmortems, shareLinks } from "@/db/schema";
import { hashToken } from "@/lib/token";
import { findShareLink } from "./share";

export type PublicReport = {
  /** Markdown, made for outsiders when it was published. */
  body: string;
  at: number;
  /** When it was last replaced, and what changed; `undefined` where it is the first. */
  update: { at: number; note: string } | undefined;
};

/** The report on an incident's public page. */
export function findPublicReport(publicId: string): PublicReport | undefined {
  const { body, note, displayAt, updatedAt } = publicPostmortems;
  const report = db()
    .select({ body, note, displayAt, updatedAt })
    .from(publicPostmortems)
    .innerJoin(publicIncidents, eq(publicIncidents.id, publicPostmortems.publicIncidentId))
    .where(eq(publicIncidents.publicId, publicId))
    .get();
  return (
    report && {
      body: report.body,
      at: report.displayAt,
      update: report.note === null ? undefined : { at: report.updatedAt, note: report.note },
    }
  );
}

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
