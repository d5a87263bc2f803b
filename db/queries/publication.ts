import { createHash } from "node:crypto";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { postmortems, publicIncidents, publicPostmortems, shareLinks } from "@/db/schema";
import { frozenText } from "@/lib/domain/postmortem-blocks";
import { publishedText } from "@/lib/domain/published-text";
import { withRoles } from "@/lib/domain/role-names";
import type { Viewer } from "@/lib/domain/viewer";
import { findSharedEdition, getEdition } from "./editions";
import { namedPeopleOf } from "./named-people";
import { blocksOf } from "./postmortem-blocks";
import { findLiveText } from "./postmortem-updates";
import { getRevision } from "./postmortems";

/** Who besides members can be shown an edition. */
export const OUTSIDE = ["links", "public"] as const;
export type Outside = (typeof OUTSIDE)[number];

/** Tells a text from any other, so that what is published is what was looked at. */
export const markOf = (text: string) => createHash("sha256").update(text).digest("base64url");

/** What an edition would say if it were made now: live blocks as they are, and roles where asked for. */
export function nextEditionOf(viewer: Viewer, incidentId: number) {
  const stored = findLiveText(incidentId);
  if (!stored) return undefined;
  const frozen = frozenText(stored.body, blocksOf(viewer, incidentId, stored.body));
  const text = stored.showsRoles ? withRoles(frozen, namedPeopleOf(incidentId)) : frozen;
  return { text, showsRoles: stored.showsRoles, seen: markOf(text) };
}

/** True where the text says something else than the revision that the edition was made of. */
export function isEditedSince(incidentId: number, edition: { version: number }): boolean {
  const stored = db()
    .select({ body: postmortems.body })
    .from(postmortems)
    .where(eq(postmortems.incidentId, incidentId))
    .get();
  return stored?.body !== getRevision(incidentId, edition.version)?.body;
}

type Choice = { outside: Outside; sections: readonly number[]; portal: string };

/**
 * The newest edition as these outsiders would read it. It is made anew from what people wrote: what live
 * blocks showed may be for members alone. The public page names nobody.
 */
export function outsideTextOf(incidentId: number, { outside, sections, portal }: Choice) {
  const source = outsideSource(incidentId);
  if (!source) return undefined;
  const { edition, body } = source;
  const people = namedPeopleOf(incidentId);
  const isNameless = outside === "public" || edition.showsRoles;
  const names = outside === "public" ? people.flatMap((person) => person.names) : [];
  const published = publishedText(isNameless ? withRoles(body, people) : body, {
    sections,
    portal,
    names,
  });
  return { ...published, edition: edition.number, names, seen: markOf(published.text) };
}

/** The newest edition and the text that it was made of. */
export function outsideSource(incidentId: number) {
  const edition = getEdition(incidentId);
  const revision = edition && getRevision(incidentId, edition.version);
  return edition && revision && { edition, body: revision.body };
}

/** The links that open the incident today, and which of them show the postmortem. */
export function listOpenLinks(incidentId: number, now = Date.now()) {
  const { id, label, expiresAt, showsPostmortem, revokedAt, createdAt } = shareLinks;
  return db()
    .select({ id, label, expiresAt, showsPostmortem })
    .from(shareLinks)
    .where(and(eq(shareLinks.incidentId, incidentId), isNull(revokedAt), gt(expiresAt, now)))
    .orderBy(desc(createdAt), desc(id))
    .all();
}

/** The incident's public page and the report on it; `undefined` while nothing of it is public. */
export function findPublicReport(incidentId: number) {
  const { edition, body, note, displayAt, updatedAt, publishedBy } = publicPostmortems;
  const page = db()
    .select({ rowId: publicIncidents.id, publicId: publicIncidents.publicId })
    .from(publicIncidents)
    .where(and(eq(publicIncidents.incidentId, incidentId), isNull(publicIncidents.withdrawnAt)))
    .get();
  if (!page) return undefined;
  const report = db()
    .select({ edition, body, note, displayAt, updatedAt, publishedBy })
    .from(publicPostmortems)
    .where(eq(publicPostmortems.publicIncidentId, page.rowId))
    .get();
  return { ...page, report };
}

/** The mark of what these outsiders read today; empty where they read nothing. */
export function standingMarkOf(incidentId: number, outside: Outside): string {
  const text =
    outside === "public"
      ? findPublicReport(incidentId)?.report?.body
      : findSharedEdition(incidentId)?.sharedBody;
  return text ? markOf(text) : "";
}
