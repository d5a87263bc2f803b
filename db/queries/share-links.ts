import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { shareLinks } from "@/db/schema";
import { shareLinkState } from "@/lib/domain/share-link";

export type ShareLinkRow = ReturnType<typeof listShareLinks>[number];

/** An incident's share links, newest first, without what would open them. */
export function listShareLinks(incidentId: number, now = Date.now()) {
  const { id, label, createdBy, createdAt, expiresAt, revokedAt, lastViewedAt, views } = shareLinks;
  return db()
    .select({ id, label, createdBy, createdAt, expiresAt, revokedAt, lastViewedAt, views })
    .from(shareLinks)
    .where(eq(shareLinks.incidentId, incidentId))
    .orderBy(desc(createdAt), desc(id))
    .all()
    .map((link) => ({ ...link, state: shareLinkState(link, now) }));
}
