import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { accountsOf, listAccounts } from "@/db/queries/members";
import { incidentMembers } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireIncident, type IncidentRow } from "./entries";

export type Membership = { key: string; userId: number };

/** Lets one more account see a private incident. */
export function addMember(viewer: Viewer, { key, userId }: Membership): void {
  transaction(() => {
    const incident = requirePrivate(viewer, key);
    const account = listAccounts().find((each) => each.userId === userId);
    if (!account) throw new NotFoundError("This account is closed. Choose another one.");
    admit(incident.id, [userId], viewer.name);
    recordAudit(viewer.name, "member:add", `incident ${key}`, { user: userId }, incident.id);
  });
}

/** Takes the sight of a private incident away from an account. Admins see it all the same. */
export function removeMember(viewer: Viewer, { key, userId }: Membership): void {
  transaction(() => {
    const incident = requirePrivate(viewer, key);
    db()
      .delete(incidentMembers)
      .where(and(eq(incidentMembers.incidentId, incident.id), eq(incidentMembers.userId, userId)))
      .run();
    recordAudit(viewer.name, "member:remove", `incident ${key}`, { user: userId }, incident.id);
    recordAudit(viewer.name, "list:change", "incidents");
  });
}

/** Makes open accounts members; those that are stay as they are. Part of a larger write. */
export function admit(incidentId: number, userIds: (number | null)[], addedBy: string): void {
  for (const { userId } of listAccounts().filter((account) => userIds.includes(account.userId))) {
    db()
      .insert(incidentMembers)
      .values({ incidentId, userId, addedBy })
      .onConflictDoNothing()
      .run();
  }
}

/** Makes members of the people by these names who have an account. */
export function admitPeople(incidentId: number, names: (string | null)[], addedBy: string): void {
  const accounts = names.flatMap((name) => (name === null ? [] : accountsOf(name)));
  admit(
    incidentId,
    accounts.map(({ userId }) => userId),
    addedBy,
  );
}

function requirePrivate(viewer: Viewer, key: string): IncidentRow {
  const incident = requireIncident(viewer, key);
  if (!incident.isPrivate) {
    throw new DomainError(`${key} is visible to everyone who signs in. Make it private first.`);
  }
  return incident;
}
