import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listPublicWays } from "@/db/queries/members";
import { getRoles } from "@/db/queries/roles";
import { events, gapQuestions, incidentMembers, participants, roleAssignments } from "@/db/schema";
import { DomainError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { rememberPeople } from "./directory";
import {
  appendEvent,
  changeIncident,
  requireIncident,
  wholeSecond,
  type IncidentRow,
} from "./entries";
import { admit, admitPeople } from "./members";

type Choice = { key: string };

/**
 * Leaves an incident to its people and to admins: whoever does this, declared it, or holds a role and
 * has an account. What outsiders can read of it has to go first.
 */
export function makePrivate(viewer: Viewer, { key }: Choice, now = Date.now()): void {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    if (incident.isPrivate) return;
    requireHidden(incident, now);
    changeIncident(incident, { isPrivate: true });
    startMembership(viewer, incident);
    tell(viewer, incident, "Made private: only its members and admins see it.", now);
    recordAudit(viewer.name, "incident:make-private", `incident ${key}`, undefined, incident.id);
    recordAudit(viewer.name, "list:change", "incidents");
  });
}

/** Makes members of an incident's people; part of the write that makes it private. */
export function startMembership(viewer: Viewer, incident: Led): void {
  const holders = getRoles(incident).roles.flatMap((role) => role.holders);
  admit(incident.id, [viewer.userId, incident.declaredBy], viewer.name);
  admitPeople(
    incident.id,
    holders.map(({ person }) => person),
    viewer.name,
  );
}

type Led = Pick<IncidentRow, "id" | "commander" | "declaredBy">;

/** Shows a private incident to everyone who signs in; whom it names joins the directory. */
export function makeVisible(viewer: Viewer, { key }: Choice, now = Date.now()): void {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    if (!incident.isPrivate) return;
    changeIncident(incident, { isPrivate: false });
    db().delete(incidentMembers).where(eq(incidentMembers.incidentId, incident.id)).run();
    tell(viewer, incident, "Made visible to everyone who signs in.", now);
    rememberPeople([incident.commander, ...namesIn(incident.id)], { isDemo: incident.isDemo });
    recordAudit(viewer.name, "incident:make-visible", `incident ${key}`, undefined, incident.id);
  });
}

function requireHidden({ id, key }: IncidentRow, now: number): void {
  const { isOnStatusPage, liveLinks } = listPublicWays(id, now);
  const todo = [
    isOnStatusPage && "take its messages off the status page",
    liveLinks === 1 && "revoke its share link",
    liveLinks > 1 && `revoke its ${liveLinks} share links`,
  ].filter(Boolean);
  if (todo.length === 0) return;
  throw new DomainError(`Outsiders can read of ${key}. Under Share, ${todo.join(" and ")} first.`);
}

/** Everybody whom the incident's lists name. */
function namesIn(incidentId: number): (string | null)[] {
  return [
    ...db()
      .selectDistinct({ name: participants.name })
      .from(participants)
      .where(eq(participants.incidentId, incidentId))
      .all(),
    ...db()
      .selectDistinct({ name: events.actor })
      .from(events)
      .where(eq(events.incidentId, incidentId))
      .all(),
    ...db()
      .selectDistinct({ name: roleAssignments.person })
      .from(roleAssignments)
      .where(eq(roleAssignments.incidentId, incidentId))
      .all(),
    ...db()
      .selectDistinct({ name: gapQuestions.person })
      .from(gapQuestions)
      .where(eq(gapQuestions.incidentId, incidentId))
      .all(),
  ].map(({ name }) => name);
}

function tell(viewer: Viewer, incident: IncidentRow, description: string, now: number): void {
  const at = wholeSecond(now);
  appendEvent(incident, { at, type: "privacy_change", actor: viewer.name, description });
}
