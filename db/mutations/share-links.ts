import { and, eq, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { visibleTo } from "@/db/queries/visibility";
import { incidents, shareFollowers, shareLinks } from "@/db/schema";
import { changedFields } from "@/lib/domain/audit-detail";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { can } from "@/lib/domain/permissions";
import { USUAL_CHOICE, type ShareChoice } from "@/lib/domain/share-choice";
import { SHARE_LINK_DAYS } from "@/lib/domain/share-link";
import type { Viewer } from "@/lib/domain/viewer";
import { hashToken, makeToken } from "@/lib/token";
import { recordAudit } from "./audit";
import { requireIncident, type IncidentRow } from "./entries";

const DAY = 86_400_000;

type Shown = Partial<ShareChoice> & { showsPostmortem?: boolean };
export type NewShareLink = Shown & {
  key: string;
  label: string;
  days?: number;
  /** The passcode's hash; none where the link alone opens the page. */
  passcodeHash?: string | undefined;
};
/** A link that somebody holds: how it looks once, as its token is not kept. */
export type FreshLink = { id: number; token: string; expiresAt: number };

/**
 * Makes a link to one incident for people without an account; where security was breached, only for an
 * admin. The token is given only here: what is kept is its hash.
 */
export function createShareLink(
  viewer: Viewer,
  { key, days = SHARE_LINK_DAYS.usual, ...chosen }: NewShareLink,
  now = Date.now(),
): FreshLink {
  const token = makeToken();
  const expiresAt = expiryAfter(days, now);
  return transaction(() => {
    const incident = requireShareable(viewer, requireIncident(viewer, key));
    const kept = {
      ...USUAL_CHOICE,
      ...chosen,
      sections: [...(chosen.sections ?? USUAL_CHOICE.sections)],
    };
    const { id } = db()
      .insert(shareLinks)
      .values({
        ...kept,
        incidentId: incident.id,
        tokenHash: hashToken(token),
        createdBy: viewer.name,
        createdAt: now,
        expiresAt,
      })
      .returning({ id: shareLinks.id })
      .get();
    const detail = { link: id, expiresAt, ...toldOf(kept) };
    recordAudit(viewer.name, "share-link:create", `incident ${key}`, detail, incident.id);
    return { id, token, expiresAt };
  });
}

const expiryAfter = (days: number, now: number) =>
  now + Math.min(Math.max(days, 1), SHARE_LINK_DAYS.most) * DAY;

function requireShareable(viewer: Viewer, incident: IncidentRow): IncidentRow {
  if (incident.isPrivate) {
    throw new DomainError(
      `${incident.key} is private. Make it visible to everyone before you share it.`,
    );
  }
  if (incident.impact?.security_breach === true && !can(viewer, "incident:publish-breach")) {
    throw new DomainError("Only an admin can share an incident with a security breach.");
  }
  return incident;
}

type Told = Shown & { label: string; passcodeHash?: string | null | undefined };

/** What the audit record keeps of a link: never what opens it. */
const toldOf = ({ label, sections, wording, showsMoney, showsPostmortem, passcodeHash }: Told) => ({
  label,
  sections: [...(sections ?? [])],
  wording,
  showsMoney,
  showsPostmortem: showsPostmortem ?? false,
  hasPasscode: Boolean(passcodeHash),
});

export type ShareLinkChange = ShareChoice & {
  id: number;
  /** The link's version that was looked at. */
  version: number;
  label: string;
  showsPostmortem: boolean;
  /** For how long it works from now on; the expiry stays where it is left out. */
  days?: number | undefined;
  /** A hash in place of the passcode before, `null` for none from now on; it stays where it is left out. */
  passcodeHash?: string | null | undefined;
};

/** Changes what a link shows and how; whoever holds it sees that with their next look. */
export function changeShareLink(viewer: Viewer, change: ShareLinkChange, now = Date.now()): void {
  const { id, version, days, passcodeHash, label, wording, showsMoney, showsPostmortem } = change;
  transaction(() => {
    const { link, incident } = requireWorking(viewer, id, now);
    requireShareable(viewer, incident);
    if (link.version !== version) {
      throw new ConflictError("Somebody changed this link meanwhile. Look at it again.", {
        version: link.version,
      });
    }
    const after = {
      label,
      wording,
      showsMoney,
      showsPostmortem,
      sections: [...change.sections],
      expiresAt: days === undefined ? link.expiresAt : expiryAfter(days, now),
      passcodeHash: passcodeHash === undefined ? link.passcodeHash : passcodeHash,
    };
    db()
      .update(shareLinks)
      .set({ ...after, version: version + 1 })
      .where(eq(shareLinks.id, id))
      .run();
    recordAudit(
      viewer.name,
      "share-link:change",
      `incident ${incident.key}`,
      {
        link: id,
        ...changedFields(
          { ...toldOf(link), expiresAt: link.expiresAt },
          { ...toldOf(after), expiresAt: after.expiresAt },
        ),
      },
      incident.id,
    );
  });
}

/**
 * Gives a link another address and ends the one before at once, for whoever came by it. Followers go too,
 * as nobody knows which of them came by it; the questions and the receipts stay.
 */
export function rotateShareLink(
  viewer: Viewer,
  { id }: { id: number },
  now = Date.now(),
): FreshLink {
  const token = makeToken();
  return transaction(() => {
    const { link, incident } = requireWorking(viewer, id, now);
    requireShareable(viewer, incident);
    db()
      .update(shareLinks)
      .set({
        tokenHash: hashToken(token),
        rotatedAt: now,
        version: sql`${shareLinks.version} + 1`,
      })
      .where(eq(shareLinks.id, id))
      .run();
    db().delete(shareFollowers).where(eq(shareFollowers.linkId, id)).run();
    const detail = { link: id, label: link.label };
    recordAudit(viewer.name, "share-link:rotate", `incident ${incident.key}`, detail, incident.id);
    return { id, token, expiresAt: link.expiresAt };
  });
}

/** Ends a link at once. Ending it again changes nothing. */
export function revokeShareLink(viewer: Viewer, { id }: { id: number }, now = Date.now()): void {
  transaction(() => {
    const { link, incident } = requireLink(viewer, id);
    if (link.revokedAt !== null) return;

    db().update(shareLinks).set({ revokedAt: now }).where(eq(shareLinks.id, id)).run();
    const detail = { link: id, label: link.label };
    recordAudit(viewer.name, "share-link:revoke", `incident ${incident.key}`, detail, incident.id);
  });
}

function requireLink(viewer: Viewer, id: number) {
  const row = db()
    .select({ link: shareLinks, incident: incidents })
    .from(shareLinks)
    .innerJoin(incidents, eq(incidents.id, shareLinks.incidentId))
    .where(and(eq(shareLinks.id, id), visibleTo(viewer)))
    .get();
  if (!row) throw new NotFoundError("This share link is not there.");
  return row;
}

function requireWorking(viewer: Viewer, id: number, now: number) {
  const row = requireLink(viewer, id);
  if (row.link.revokedAt !== null || row.link.expiresAt <= now) {
    throw new DomainError("This link does not work any more. Create another one.");
  }
  return row;
}
