import { and, asc, eq, inArray, sql, type SQLWrapper } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents, participants, people, roleAssignments, users } from "@/db/schema";
import { OVER_STATUSES } from "@/lib/domain/lifecycle";
import { aliasKey } from "@/lib/domain/people";
import { othersOf, rolesOf, type ResponseRole } from "@/lib/domain/roles";
import type { Viewer } from "@/lib/domain/viewer";
import { personByAlias } from "./people";
import { visibleTo } from "./visibility";

type Led = { id: number; commander: string | null };

/** Who holds which role in an incident, who did, and who took part in none. */
export function getRoles({ id, commander }: Led) {
  const participants = listParticipants([id]);
  return {
    roles: rolesOf({ commander, participants, assignments: listAssignments([id]) }),
    others: othersOf(participants),
  };
}

export type HeldRole = { role: ResponseRole; key: string };

/** The roles that each person of the directory holds in open incidents, by their name. */
export function listHeldRoles(viewer: Viewer): ReadonlyMap<string, HeldRole[]> {
  const isOpen = sql`${incidents.resolvedAt} is null and ${incidents.status} not in ${OVER_STATUSES}`;
  const { id, key, commander } = incidents;
  const open = db()
    .select({ id, key, commander })
    .from(incidents)
    .where(and(visibleTo(viewer), isOpen))
    .orderBy(asc(key))
    .all();
  const ids = db().select({ id }).from(incidents).where(isOpen);
  const assignments = grouped(listAssignments(ids), (each) => each.incidentId);
  const named = grouped(listParticipants(ids), (each) => each.incidentId);
  const names = personByAlias();

  const held = open.flatMap((incident) =>
    rolesOf({
      commander: incident.commander,
      participants: named.get(incident.id) ?? [],
      assignments: assignments.get(incident.id) ?? [],
    }).flatMap(({ role, holders }) =>
      holders.map(({ person }) => ({
        person: names.get(aliasKey(person)) ?? person,
        role,
        key: incident.key,
      })),
    ),
  );
  return grouped(held, ({ person }) => person);
}

function grouped<Key, Row>(rows: Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** The name under which the directory knows whoever is signed in. */
export function nameOfUser({ userId, name }: Viewer): string {
  const linked = db()
    .select({ name: people.name })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .where(eq(users.id, userId))
    .get();
  return linked?.name ?? name;
}

function listAssignments(ids: number[] | SQLWrapper) {
  const { incidentId, role, person, assumedAt, gaveUpAt, note } = roleAssignments;
  return db()
    .select({ incidentId, role, person, assumedAt, gaveUpAt, note })
    .from(roleAssignments)
    .where(inArray(incidentId, ids))
    .orderBy(asc(roleAssignments.id))
    .all();
}

function listParticipants(ids: number[] | SQLWrapper) {
  const { incidentId, name, role, ordinal } = participants;
  return db()
    .select({ incidentId, name, role })
    .from(participants)
    .where(inArray(incidentId, ids))
    .orderBy(asc(ordinal), asc(participants.id))
    .all();
}
