import { and, eq, isNull, max } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { nameOf } from "@/db/queries/people";
import { getRoles } from "@/db/queries/roles";
import { participants, roleAssignments } from "@/db/schema";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { MACHINE_ACTORS } from "@/lib/domain/incident";
import { aliasKey, isEmail } from "@/lib/domain/people";
import {
  COMMANDER,
  holderNames,
  isAmong,
  isShared,
  roleOf,
  type Holder,
  type ResponseRole,
} from "@/lib/domain/roles";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { rememberPeople } from "./directory";
import {
  appendEvent,
  changeIncident,
  requireWritable,
  wholeSecond,
  type IncidentRow,
} from "./entries";
import { admitPeople } from "./members";

export type Takeover = {
  key: string;
  role: ResponseRole;
  person: string;
  /** The names of the holders whom the writer saw. */
  seenHolder: string;
  note?: string;
};

/** Gives a role to a person, who takes it over from its holder unless several may hold it. */
export function assignRole(viewer: Viewer, takeover: Takeover, now = Date.now()): void {
  transaction(() => {
    const { key, role, seenHolder, note } = takeover;
    const incident = requireWritable(viewer, key);
    const person = knownName(takeover.person);
    const holders = holdersOf(incident, role);
    if (isAmong(holders, person)) return;
    if (!isShared(role)) requireSeen(role, holders, seenHolder);

    const at = wholeSecond(now);
    const before = isShared(role) ? [] : holders;
    endHolding(incident, { role, holders: before, at, by: viewer.name });
    startHolding(incident.id, { role, person, at, note, by: viewer.name });
    if (role === COMMANDER) changeIncident(incident, { commander: person });
    addParticipant(incident.id, person, role);
    if (incident.isPrivate) admitPeople(incident.id, [person], viewer.name);
    rememberPeople([viewer.name, person], { isPrivate: incident.isPrivate });

    const from = holderNames(before);
    const change = from ? `took over ${role} from ${from}` : `is ${role}`;
    tell(viewer, incident, {
      at,
      description: `${person} ${change}.${note ? ` Note: ${note}` : ""}`,
      metadata: { role, to: person, ...(from && { from }) },
    });
    const detail = { role, person, before: from || null, after: person };
    recordAudit(viewer.name, "role:assign", `incident ${key}`, detail, incident.id);
  });
}

export type Release = { key: string; role: ResponseRole; person: string };

/** Ends a person's role with nobody to take it over. */
export function giveUpRole(viewer: Viewer, release: Release, now = Date.now()): void {
  transaction(() => {
    const { key, role, person } = release;
    const incident = requireWritable(viewer, key);
    const holders = holdersOf(incident, role);
    if (!isAmong(holders, person)) {
      const names = holderNames(holders);
      throw new ConflictError(
        `${person} is not ${role} any more${names && `: ${names} is`}.`,
        names,
      );
    }
    const at = wholeSecond(now);
    endHolding(incident, {
      role,
      holders: holders.filter((holder) => isAmong([holder], person)),
      at,
      by: viewer.name,
    });
    if (role === COMMANDER) changeIncident(incident, { commander: null });
    tell(viewer, incident, {
      at,
      description: `${person} gave up ${role}.`,
      metadata: { role, from: person },
    });
    recordAudit(viewer.name, "role:give-up", `incident ${key}`, { role, person }, incident.id);
  });
}

type Start = {
  role: ResponseRole;
  person: string;
  at: number;
  note?: string | undefined;
  by: string;
};

/** Writes that someone holds a role from now on; part of a larger write. */
export function startHolding(incidentId: number, { role, person, at, note, by }: Start): void {
  db()
    .insert(roleAssignments)
    .values({ incidentId, role, person, assumedAt: at, note, assignedBy: by })
    .run();
}

type End = { role: ResponseRole; holders: Holder[]; at: number; by: string };

function endHolding({ id: incidentId }: IncidentRow, { role, holders, at, by }: End): void {
  for (const { person, since } of holders) {
    if (since === null) {
      db()
        .insert(roleAssignments)
        .values({ incidentId, role, person, assumedAt: at, gaveUpAt: at, assignedBy: by })
        .run();
      continue;
    }
    db()
      .update(roleAssignments)
      .set({ gaveUpAt: at })
      .where(
        and(
          eq(roleAssignments.incidentId, incidentId),
          eq(roleAssignments.role, role),
          eq(roleAssignments.person, person),
          isNull(roleAssignments.gaveUpAt),
        ),
      )
      .run();
  }
}

function holdersOf(incident: IncidentRow, role: ResponseRole): Holder[] {
  return getRoles(incident).roles.find((each) => each.role === role)?.holders ?? [];
}

function requireSeen(role: ResponseRole, holders: Holder[], seen: string): void {
  const names = holderNames(holders);
  if (names === seen) return;
  throw new ConflictError(
    names
      ? `${names} became ${role} while you chose. Look again, then repeat it.`
      : `${seen} gave up ${role} while you chose. Look again, then repeat it.`,
    names,
  );
}

/** The directory's name of a person; one whom it does not know has to be named, not addressed. */
function knownName(text: string): string {
  const known = nameOf(text);
  if (known) return known;
  if (isEmail(text) || MACHINE_ACTORS.includes(aliasKey(text))) {
    throw new DomainError(`“${text}” is nobody whom the directory knows. Give the person’s name.`);
  }
  return text.trim();
}

function addParticipant(incidentId: number, name: string, role: ResponseRole): void {
  const listed = db()
    .select({ name: participants.name, role: participants.role })
    .from(participants)
    .where(eq(participants.incidentId, incidentId))
    .all();
  if (listed.some((each) => aliasKey(each.name) === aliasKey(name) && roleOf(each.role) === role)) {
    return;
  }
  const last = db()
    .select({ ordinal: max(participants.ordinal) })
    .from(participants)
    .where(eq(participants.incidentId, incidentId))
    .get();
  const ordinal = (last?.ordinal ?? -1) + 1;
  db().insert(participants).values({ incidentId, ordinal, name, role, origin: "portal" }).run();
}

type Told = { at: number; description: string; metadata: Record<string, string> };

function tell(viewer: Viewer, incident: IncidentRow, told: Told): void {
  appendEvent(incident, { ...told, type: "role_change", actor: viewer.name });
}
