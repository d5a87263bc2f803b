import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents, shareFollowers, shareLinks } from "@/db/schema";

/** A follower as a mail to them needs it. */
export function findFollowerById(id: number) {
  const { linkId, address, state, token } = shareFollowers;
  return db()
    .select({ linkId, address, state, token, isDemo: incidents.isDemo })
    .from(shareFollowers)
    .innerJoin(shareLinks, eq(shareLinks.id, linkId))
    .innerJoin(incidents, eq(incidents.id, shareLinks.incidentId))
    .where(eq(shareFollowers.id, id))
    .get();
}
