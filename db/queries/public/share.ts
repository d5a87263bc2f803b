import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { choicesOf, listRows } from "@/db/queries/record";
import { incidents, shareLinks } from "@/db/schema";
import { analyze } from "@/lib/domain/analysis";
import { mayBeShared, sharedIncident, type SharedIncident } from "@/lib/domain/shared-incident";
import { recordFrom } from "@/lib/record/rows";
import { hashToken } from "@/lib/token";

/** Which incident a token opens and until when; `undefined` if it is wrong, expired or revoked. */
export function findShareLink(
  token: string,
  now = Date.now(),
): { incidentId: number; key: string; expiresAt: number } | undefined {
  return db()
    .select({
      incidentId: shareLinks.incidentId,
      key: incidents.key,
      expiresAt: shareLinks.expiresAt,
    })
    .from(shareLinks)
    .innerJoin(incidents, eq(incidents.id, shareLinks.incidentId))
    .where(
      and(
        eq(shareLinks.tokenHash, hashToken(token)),
        isNull(shareLinks.revokedAt),
        gt(shareLinks.expiresAt, now),
        eq(incidents.isPrivate, false),
      ),
    )
    .get();
}

/** The shared view of the incident that the token opens, if it is the one with this key. */
export function findSharedIncident(
  token: string,
  key: string,
  now = Date.now(),
): { expiresAt: number; incident: SharedIncident } | undefined {
  const link = findShareLink(token, now);
  if (!link || link.key !== key) return undefined;
  const rows = listRows(link.incidentId);
  const shown = { ...rows, events: rows.events.filter(mayBeShared) };
  return {
    expiresAt: link.expiresAt,
    incident: sharedIncident(recordFrom(shown), {
      ...analyze(recordFrom(rows), choicesOf(link.incidentId)),
      corrections: rows.communications.map(({ editedAt }) => editedAt),
    }),
  };
}
