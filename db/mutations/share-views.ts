import { eq, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { shareLinks, shareViews } from "@/db/schema";
import { readerOf } from "@/lib/domain/share-link";
import { toUtc } from "@/lib/domain/time";
import { recordReading } from "./audit";

type Seen = { id: number; incidentId: number; key: string; label: string };

/** Counts one visit to a link: on which day, and not whose. */
export function countShareView(link: Seen, now = Date.now()): void {
  const { id: linkId, incidentId } = link;
  transaction(() => {
    db()
      .update(shareLinks)
      .set({ views: sql`${shareLinks.views} + 1`, lastViewedAt: now })
      .where(eq(shareLinks.id, linkId))
      .run();
    db()
      .insert(shareViews)
      .values({ linkId, day: toUtc(now).slice(0, 10), views: 1 })
      .onConflictDoUpdate({
        target: [shareViews.linkId, shareViews.day],
        set: { views: sql`${shareViews.views} + 1` },
      })
      .run();
    const detail = { link: linkId };
    recordReading(readerOf(link), "share-link:view", `incident ${link.key}`, detail, incidentId);
  });
}
