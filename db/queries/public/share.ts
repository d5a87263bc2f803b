import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { namedPeopleOf } from "@/db/queries/named-people";
import { choicesOf, listRows } from "@/db/queries/record";
import { events, incidents, shareLinks } from "@/db/schema";
import { analyze } from "@/lib/domain/analysis";
import { roleWriter } from "@/lib/domain/role-names";
import type { ShareChoice } from "@/lib/domain/share-choice";
import { mayBeShared, sharedIncident, type SharedIncident } from "@/lib/domain/shared-incident";
import { recordFrom } from "@/lib/record/rows";
import { hashToken } from "@/lib/token";

export type SharedLink = NonNullable<ReturnType<typeof findShareLink>>;

/** A link that works, by its token or its number; `undefined` if it is wrong, expired or revoked. */
function findLink(which: { token: string } | { id: number }, now: number) {
  const { id, incidentId, label, expiresAt, passcodeHash } = shareLinks;
  const { sections, wording, showsMoney, showsPostmortem } = shareLinks;
  return db()
    .select({
      id,
      incidentId,
      key: incidents.key,
      label,
      expiresAt,
      passcodeHash,
      sections,
      wording,
      showsMoney,
      showsPostmortem,
    })
    .from(shareLinks)
    .innerJoin(incidents, eq(incidents.id, shareLinks.incidentId))
    .where(
      and(
        "id" in which ? eq(id, which.id) : eq(shareLinks.tokenHash, hashToken(which.token)),
        isNull(shareLinks.revokedAt),
        gt(expiresAt, now),
        eq(incidents.isPrivate, false),
      ),
    )
    .get();
}

/** The link that a token opens; `undefined` if it is wrong, expired or revoked. */
export const findShareLink = (token: string, now = Date.now()) => findLink({ token }, now);

/** The same by the link's number, for what is sent to those who follow it. */
export const findWorkingLink = (id: number, now = Date.now()) => findLink({ id }, now);

/** The link that a token opens, if it is one to the incident with this key. */
export function findHeldLink(token: string, key: string, now = Date.now()): SharedLink | undefined {
  const link = findShareLink(token, now);
  return link?.key === key ? link : undefined;
}

/** What puts roles in place of names, where a link asks for it. */
export const reworderOf = (incidentId: number, { wording }: ShareChoice) =>
  wording === "roles" ? roleWriter(namedPeopleOf(incidentId)) : (text: string) => text;

/** The incident as a link shows it; what was written after `since` is marked as new. */
export function readSharedIncident(
  link: ShareChoice & { incidentId: number },
  since?: number,
): SharedIncident {
  const { incidentId, sections, wording, showsMoney } = link;
  const rows = listRows(incidentId);
  const shown = { ...rows, events: rows.events.filter(mayBeShared) };
  const derived = {
    ...analyze(recordFrom(rows), choicesOf(incidentId)),
    corrections: rows.communications.map(({ editedAt }) => editedAt),
  };
  return sharedIncident(recordFrom(shown), derived, {
    sections,
    wording,
    showsMoney,
    since,
    reword: reworderOf(incidentId, link),
    written: {
      events: shown.events.map(({ recordedAt }) => recordedAt),
      communications: rows.communications.map(({ recordedAt }) => recordedAt),
      actionItems: rows.actionItems.map(({ createdAt }) => createdAt),
    },
  });
}

/** When the incident's status last changed in the portal. */
export function statusChangedAt(incidentId: number): number | undefined {
  return db()
    .select({ at: events.recordedAt })
    .from(events)
    .where(
      and(
        eq(events.incidentId, incidentId),
        eq(events.type, "status_change"),
        eq(events.origin, "system"),
      ),
    )
    .orderBy(desc(events.recordedAt))
    .limit(1)
    .get()?.at;
}
