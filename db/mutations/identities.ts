import { and, eq, lt } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findOffer, findUserByIdentity } from "@/db/queries/auth/identities";
import { findOwnAccount } from "@/db/queries/auth/users";
import { identities, identityOffers } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import {
  OFFER_LENGTH,
  ProviderRefusal,
  requireAdmitted,
  type Admission,
  type Identity,
} from "@/lib/domain/provider";
import type { Viewer } from "@/lib/domain/viewer";
import { tellOwner } from "./account-notices";
import { recordAudit } from "./audit";
import { endAllSessions } from "./sessions";

type Known = Pick<Identity, "issuer" | "subject"> & { email: string | null };

/** Keeps for a while which account at the provider somebody showed to be theirs, until they connect it. */
export function offerIdentity(
  { userId }: Viewer,
  sessionId: string,
  identity: Identity,
  admission: Admission,
  now = Date.now(),
): void {
  requireAdmitted(identity, admission);
  const { issuer, subject, email = null } = identity;
  transaction(() => {
    if (findUserByIdentity(issuer, subject)) throw new ProviderRefusal("other");
    db().delete(identityOffers).where(lt(identityOffers.expiresAt, now)).run();
    const offer = { userId, issuer, subject, email, expiresAt: now + OFFER_LENGTH };
    db()
      .insert(identityOffers)
      .values({ sessionId, ...offer })
      .onConflictDoUpdate({ target: identityOffers.sessionId, set: offer })
      .run();
  });
}

/** Connects what was shown in this very session; from then on it signs in to this account. */
export function linkIdentity(viewer: Viewer, sessionId: string, now = Date.now()): void {
  transaction(() => {
    const offer = findOffer(sessionId, now);
    if (!offer || offer.userId !== viewer.userId) {
      throw new NotFoundError("This took too long. Begin again.");
    }
    dropOffer(viewer, sessionId);
    addIdentity(viewer.name, viewer.userId, offer, now);
    tellOwner(viewer.userId, "provider-on", now);
  });
}

/** Forgets what was shown. */
export function dropOffer({ userId }: Viewer, sessionId: string): void {
  const { sessionId: id, userId: owner } = identityOffers;
  db()
    .delete(identityOffers)
    .where(and(eq(id, sessionId), eq(owner, userId)))
    .run();
}

/** Says that an account at a provider is this one here; part of a larger write. */
export function addIdentity(
  actor: string,
  userId: number,
  { issuer, subject, email }: Known,
  now: number,
): void {
  if (findUserByIdentity(issuer, subject)) {
    throw new DomainError("It is connected to an account already.");
  }
  const isTheirs = and(eq(identities.userId, userId), eq(identities.issuer, issuer));
  if (db().select({ id: identities.id }).from(identities).where(isTheirs).get()) {
    throw new DomainError("Another one is connected already. Disconnect that one first.");
  }
  const identity = { userId, issuer, subject, email, createdAt: now };
  db().insert(identities).values(identity).run();
  recordAudit(actor, "user:link-provider", `user ${userId}`, { issuer, email });
}

/** Takes the connection away, where a password remains to sign in with. */
export function unlinkIdentity(
  viewer: Viewer,
  { id, mayUsePassword }: { id: number; mayUsePassword: boolean },
  now = Date.now(),
): void {
  transaction(() => {
    if (!mayUsePassword || !findOwnAccount(viewer.userId)?.hasPassword) {
      throw new DomainError("You could not sign in any more: this account has no other way in.");
    }
    removeIdentity(viewer.name, viewer.userId, id);
    tellOwner(viewer.userId, "provider-off", now);
  });
}

/** Takes a connection of somebody away, and ends what may have come in by it. */
export function unlinkIdentityOf(
  viewer: Viewer,
  { userId, id }: { userId: number; id: number },
  now = Date.now(),
): void {
  transaction(() => {
    removeIdentity(viewer.name, userId, id);
    endAllSessions(userId, now);
    tellOwner(userId, "provider-off", now);
  });
}

function removeIdentity(actor: string, userId: number, id: number): void {
  const removed = db()
    .delete(identities)
    .where(and(eq(identities.id, id), eq(identities.userId, userId)))
    .returning({ issuer: identities.issuer, email: identities.email })
    .get();
  if (!removed) throw new NotFoundError("It is not connected any more.");
  recordAudit(actor, "user:unlink-provider", `user ${userId}`, removed);
}
