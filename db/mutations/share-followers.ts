import { and, count, eq, isNotNull, lt } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { shareFollowers, shareLinks } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import type { Outcome } from "@/lib/domain/outbox";
import {
  afterAttempt,
  ASK_AGAIN_AFTER,
  ASKED_KEPT,
  subscriberProblem,
  tidyAddress,
} from "@/lib/domain/subscriber";
import { makeToken } from "@/lib/token";
import { enqueue } from "./outbox";

const MOST_FOLLOWERS = 200;

/**
 * Sends an address a way to confirm that it wants to follow a link. Whoever typed it in learns neither
 * whether it follows already, nor whether it was sent anything.
 */
export function askToFollow(link: { id: number }, typed: string, now = Date.now()): void {
  const address = tidyAddress("mail", typed);
  const problem = subscriberProblem("mail", address, { allowsPrivate: false });
  if (problem) throw new DomainError(problem);
  transaction(() => {
    const follower = findByAddress(link.id, address) ?? addFollower(link.id, address, now);
    if (!follower || follower.state === "active") return;
    if (follower.askedAt !== null && now - follower.askedAt < ASK_AGAIN_AFTER) return;
    db()
      .update(shareFollowers)
      .set({ state: "asked", askedAt: now })
      .where(eq(shareFollowers.id, follower.id))
      .run();
    const message = {
      key: `follow_${follower.id}_${now}`,
      kind: "mail",
      recipient: address,
      subject: "Confirmation of following a shared incident",
      payload: { follower: "confirm", id: follower.id },
    } as const;
    enqueue(message, now);
  });
}

function findByAddress(linkId: number, address: string) {
  return db()
    .select()
    .from(shareFollowers)
    .where(and(eq(shareFollowers.linkId, linkId), eq(shareFollowers.address, address)))
    .get();
}

/** A new row that waits for its confirmation; none where a link has more than enough of them. */
function addFollower(linkId: number, address: string, now: number) {
  const all = db()
    .select({ count: count() })
    .from(shareFollowers)
    .where(eq(shareFollowers.linkId, linkId))
    .get();
  if ((all?.count ?? 0) >= MOST_FOLLOWERS) return undefined;
  return db()
    .insert(shareFollowers)
    .values({ linkId, address, state: "asked", token: makeToken(), createdAt: now })
    .returning()
    .get();
}

/** From now on they are told what is new. Confirming once more changes nothing. */
export function confirmFollowing(token: string, now = Date.now()): void {
  transaction(() => {
    const { id, state } = requireByToken(token);
    if (state === "active") return;
    db()
      .update(shareFollowers)
      .set({ state: "active", confirmedAt: now, toldAt: now, leftAt: null, failures: 0 })
      .where(eq(shareFollowers.id, id))
      .run();
  });
}

/** They are told no more, nor of what waits already. Leaving twice is leaving once. */
export function stopFollowing(token: string, now = Date.now()): void {
  transaction(() => {
    const { id, state } = requireByToken(token);
    if (state === "left") return;
    db()
      .update(shareFollowers)
      .set({ state: "left", leftAt: now })
      .where(eq(shareFollowers.id, id))
      .run();
  });
}

function requireByToken(token: string) {
  const row = db().select().from(shareFollowers).where(eq(shareFollowers.token, token)).get();
  if (!row) throw new NotFoundError("Nobody follows under this link.");
  return row;
}

/** Forgets addresses that nobody confirmed, and those of links that ended so long ago. */
export function forgetFollowers(now = Date.now()): void {
  const { state, askedAt } = shareFollowers;
  db()
    .delete(shareFollowers)
    .where(and(eq(state, "asked"), isNotNull(askedAt), lt(askedAt, now - ASKED_KEPT)))
    .run();
  for (const ended of [shareLinks.expiresAt, shareLinks.revokedAt]) {
    const links = db()
      .select({ id: shareLinks.id })
      .from(shareLinks)
      .innerJoin(shareFollowers, eq(shareFollowers.linkId, shareLinks.id))
      .where(lt(ended, now - ASKED_KEPT))
      .all();
    for (const { id } of links) {
      db().delete(shareFollowers).where(eq(shareFollowers.linkId, id)).run();
    }
  }
}

/** Keeps what came of a mail to a follower; too many failures in a row switch them off. */
export function noteFollowerAttempt(id: number, outcome: Outcome): void {
  transaction(() => {
    const row = db().select().from(shareFollowers).where(eq(shareFollowers.id, id)).get();
    if (!row) return;
    const standing = { state: row.state, failures: row.failures, problem: null };
    const { state, failures } = afterAttempt("mail", standing, outcome);
    db().update(shareFollowers).set({ state, failures }).where(eq(shareFollowers.id, id)).run();
  });
}
