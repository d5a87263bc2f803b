import { and, eq, isNull, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { visibleTo } from "@/db/queries/visibility";
import { incidents, shareLinks } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { can } from "@/lib/domain/permissions";
import { SHARE_LINK_DAYS } from "@/lib/domain/share-link";
import type { Viewer } from "@/lib/domain/viewer";
import { hashToken, makeToken } from "@/lib/token";
import { recordAudit } from "./audit";
import { requireIncident } from "./entries";

const DAY = 86_400_000;

export type NewShareLink = { key: string; label: string; days?: number };

/**
 * Makes a link to one incident for people without an account; where security was breached, only for an
 * admin. The token is given only here: what is kept is its hash.
 */
export function createShareLink(
  viewer: Viewer,
  { key, label, days = SHARE_LINK_DAYS.usual }: NewShareLink,
  now = Date.now(),
): { token: string; expiresAt: number } {
  const token = makeToken();
  const expiresAt = now + Math.min(Math.max(days, 1), SHARE_LINK_DAYS.most) * DAY;
  return transaction(() => {
    const incident = requireIncident(viewer, key);
    if (incident.isPrivate) {
      throw new DomainError(`${key} is private. Make it visible to everyone before you share it.`);
    }
    if (incident.impact?.security_breach === true && !can(viewer, "incident:publish-breach")) {
      throw new DomainError("Only an admin can share an incident with a security breach.");
    }
    db()
      .insert(shareLinks)
      .values({
        incidentId: incident.id,
        tokenHash: hashToken(token),
        label,
        createdBy: viewer.name,
        createdAt: now,
        expiresAt,
      })
      .run();
    recordAudit(
      viewer.name,
      "share-link:create",
      `incident ${key}`,
      { label, expiresAt },
      incident.id,
    );
    return { token, expiresAt };
  });
}

/** Ends a link at once. Ending it again changes nothing. */
export function revokeShareLink(viewer: Viewer, { id }: { id: number }, now = Date.now()): void {
  transaction(() => {
    const link = db()
      .select({
        label: shareLinks.label,
        revokedAt: shareLinks.revokedAt,
        key: incidents.key,
        incidentId: incidents.id,
      })
      .from(shareLinks)
      .innerJoin(incidents, eq(incidents.id, shareLinks.incidentId))
      .where(and(eq(shareLinks.id, id), visibleTo(viewer)))
      .get();
    if (!link) throw new NotFoundError("This share link is not there.");
    if (link.revokedAt !== null) return;

    db().update(shareLinks).set({ revokedAt: now }).where(eq(shareLinks.id, id)).run();
    recordAudit(
      viewer.name,
      "share-link:revoke",
      `incident ${link.key}`,
      { label: link.label },
      link.incidentId,
    );
  });
}

/** Counts one opening of the link. */
export function countShareView(token: string, now = Date.now()): void {
  db()
    .update(shareLinks)
    .set({ views: sql`${shareLinks.views} + 1`, lastViewedAt: now })
    .where(and(eq(shareLinks.tokenHash, hashToken(token)), isNull(shareLinks.revokedAt)))
    .run();
}
