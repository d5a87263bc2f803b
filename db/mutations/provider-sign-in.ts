import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findUserByIdentity } from "@/db/queries/auth/identities";
import { findOwnAccount, findUserByEmail } from "@/db/queries/auth/users";
import { findAccountLink } from "@/db/queries/auth/account-links";
import { identities } from "@/db/schema";
import {
  hasRoles,
  ProviderRefusal,
  requireAdmitted,
  roleOf,
  type Admission,
  type Identity,
} from "@/lib/domain/provider";
import type { SignedIn } from "@/lib/domain/session";
import type { Viewer } from "@/lib/domain/viewer";
import { addIdentity } from "./identities";
import { joinByInvitation, personWithAddress } from "./invitations";
import { noteProof } from "./sessions";
import { startAs, type Where } from "./sign-in";
import { createUser, takeRole } from "./users";

/**
 * Signs in whoever a provider says somebody is. Only issuer and subject name an account: an address alone
 * never opens one that is here already.
 */
export function signInByProvider(
  identity: Identity,
  admission: Admission,
  where: Where,
  now = Date.now(),
): SignedIn {
  return transaction(() => {
    requireAdmitted(identity, admission);
    const known = findUserByIdentity(identity.issuer, identity.subject);
    const userId = known ? recognise(known, now) : join(identity, admission, now);
    return arrive(userId, identity, admission, where, now);
  });
}

/** The same for whoever accepts an invitation: the link says who they are here, the provider that it is them. */
export function joinByProvider(
  identity: Identity,
  { invitation, ...admission }: Admission & { invitation: string },
  where: Where,
  now = Date.now(),
): SignedIn {
  return transaction(() => {
    requireAdmitted(identity, admission);
    const invited = findAccountLink("invitation", invitation, now);
    if (!invited) throw new ProviderRefusal("invitation");
    if (findUserByIdentity(identity.issuer, identity.subject)) throw new ProviderRefusal("other");
    if (findUserByEmail(invited.email)) throw new ProviderRefusal("taken");
    const name = identity.name || invited.email;
    const { userId } = joinByInvitation({ token: invitation, name, passwordHash: null }, now);
    addIdentity(name, userId, withEmail(identity), now);
    return arrive(userId, identity, admission, where, now);
  });
}

function recognise({ id, userId }: { id: number; userId: number }, now: number): number {
  if (findOwnAccount(userId)?.disabledAt !== null) throw new ProviderRefusal("closed");
  db().update(identities).set({ lastUsedAt: now }).where(eq(identities.id, id)).run();
  return userId;
}

/** Makes the account of somebody new. */
function join(identity: Identity, admission: Admission, now: number): number {
  const { email, isVerified } = identity;
  if (email !== undefined && isVerified && findUserByEmail(email)) {
    throw new ProviderRefusal("taken");
  }
  if (!admission.createsAccounts) throw new ProviderRefusal("unknown");
  if (email === undefined || !isVerified) throw new ProviderRefusal("unverified");
  const name = identity.name || email;
  const role = roleOf(identity.groups, admission) ?? "viewer";
  const personId = personWithAddress(email);
  const userId = createUser(name, { email, name, role, passwordHash: null, personId });
  addIdentity(name, userId, withEmail(identity), now);
  return userId;
}

function arrive(
  userId: number,
  { groups }: Identity,
  admission: Admission,
  where: Where,
  now: number,
): SignedIn {
  const role = roleOf(groups, admission);
  if (hasRoles(admission) && role) takeRole(userId, role, now);
  return startAs(userId, "provider", where, now);
}

const withEmail = ({ issuer, subject, email }: Identity) => ({
  issuer,
  subject,
  email: email ?? null,
});

/** Writes down that whoever is in a session showed at the provider that it is them. */
export function proveByProvider(
  viewer: Viewer,
  sessionId: string,
  { issuer, subject }: Pick<Identity, "issuer" | "subject">,
  now = Date.now(),
): void {
  if (findUserByIdentity(issuer, subject)?.userId !== viewer.userId) {
    throw new ProviderRefusal("other");
  }
  noteProof(sessionId, now);
}
