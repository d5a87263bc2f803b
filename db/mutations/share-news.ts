import { and, eq, gt, isNull, max, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { readNews } from "@/db/queries/public/share-news";
import { findWorkingLink } from "@/db/queries/public/share";
import { auditLog, shareFollowers, shareLinks } from "@/db/schema";
import { enqueue } from "./outbox";

/** Changes that come within so long are told in one mail. */
const GATHERED = 60_000;

/** Tells the followers of each link what is new on it; a link of whose incident nothing changed costs a look. */
export function tellFollowers(now: number): void {
  for (const { id, head } of listChanged(now)) tellOf(id, head, now);
}

/** The links with followers of whose incidents something was written down a while ago. */
function listChanged(now: number) {
  const head = max(auditLog.id);
  return db()
    .select({ id: shareLinks.id, head: sql<number>`${head}` })
    .from(shareLinks)
    .innerJoin(auditLog, eq(auditLog.incidentId, shareLinks.incidentId))
    .where(
      and(
        isNull(shareLinks.revokedAt),
        gt(shareLinks.expiresAt, now),
        sql`exists (select 1 from share_followers f where f.link_id = ${shareLinks.id} and f.state = 'active')`,
      ),
    )
    .groupBy(shareLinks.id)
    .having(
      and(
        gt(head, shareLinks.checkedAuditId),
        sql`min(iif(${auditLog.id} > ${shareLinks.checkedAuditId}, ${auditLog.at}, null)) <= ${now - GATHERED}`,
      ),
    )
    .all();
}

function tellOf(linkId: number, head: number, now: number): void {
  transaction(() => {
    const link = findWorkingLink(linkId, now);
    const isActive = and(eq(shareFollowers.linkId, linkId), eq(shareFollowers.state, "active"));
    const followers = link ? db().select().from(shareFollowers).where(isActive).all() : [];
    for (const { id, address, toldAt } of followers) {
      const since = toldAt ?? now;
      if (!link || readNews(link, since).lines.length === 0) continue;
      const message = {
        key: `follow_${id}_news_${now}`,
        kind: "mail",
        recipient: address,
        subject: "News of a shared incident",
        payload: { follower: "news", id, since },
      } as const;
      enqueue(message, now);
      db().update(shareFollowers).set({ toldAt: now }).where(eq(shareFollowers.id, id)).run();
    }
    db().update(shareLinks).set({ checkedAuditId: head }).where(eq(shareLinks.id, linkId)).run();
  });
}
