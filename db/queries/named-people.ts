import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, events, incidents, users } from "@/db/schema";
import { aliasKey } from "@/lib/domain/people";
import type { NamedPerson } from "@/lib/domain/role-names";
import { listPeople, personByAlias } from "./people";
import { getRoles } from "./roles";

const MACHINES = new Set(["system", "monitoring", "unknown"]);

/**
 * Everybody whom a text about the incident may name: its own people with their roles, the directory and
 * the accounts, each by every name and address that is known.
 */
export function namedPeopleOf(incidentId: number): NamedPerson[] {
  const { id, commander, context } = incidents;
  const incident = db()
    .select({ id, commander, context })
    .from(incidents)
    .where(eq(id, incidentId))
    .get();
  if (!incident) return [];
  const known = personByAlias();
  const named = new Map<string, { names: Set<string>; role: string | null }>();
  const add = (name: string | null | undefined, role: string | null = null) => {
    if (!name?.trim() || MACHINES.has(aliasKey(name))) return;
    const person = known.get(aliasKey(name)) ?? name.trim();
    const entry = named.get(aliasKey(person)) ?? { names: new Set([person]), role: null };
    entry.names.add(name.trim());
    entry.role ??= role;
    named.set(aliasKey(person), entry);
  };

  const { roles, others } = getRoles(incident);
  for (const { role, holders } of roles) for (const { person } of holders) add(person, role);
  for (const { name, role } of others) add(name, role);
  const { primary, secondary, escalation_manager: manager } = incident.context?.on_call ?? {};
  for (const name of [...listActors(incidentId), primary, secondary, manager]) add(name);
  for (const { name } of db().select({ name: users.name }).from(users).all()) add(name);
  for (const { name, aliases } of listPeople()) {
    for (const each of [name, ...aliases.map(({ alias }) => alias)]) add(each);
  }
  return [...named.values()].map(({ names, role }) => ({ names: [...names], role }));
}

/** Who did something in the incident, and who owns its actions. */
function listActors(incidentId: number): (string | null)[] {
  const actors = db()
    .selectDistinct({ name: events.actor })
    .from(events)
    .where(eq(events.incidentId, incidentId))
    .all();
  const owners = db()
    .selectDistinct({ name: actionItems.owner })
    .from(actionItems)
    .where(eq(actionItems.incidentId, incidentId))
    .all();
  return [...actors, ...owners].map(({ name }) => name);
}
