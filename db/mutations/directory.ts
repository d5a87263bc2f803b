import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { personByAlias } from "@/db/queries/people";
import { incidents, incidentServices, people, services } from "@/db/schema";
import { MACHINE_ACTORS } from "@/lib/domain/incident";
import { aliasKey, isEmail } from "@/lib/domain/people";

/** Makes an incident's services, for filters, those that it names now; new names join the directory. */
export function linkServices(incidentId: number): void {
  const incident = db()
    .select({
      service: incidents.service,
      affected: incidents.affectedServices,
      isDemo: incidents.isDemo,
    })
    .from(incidents)
    .where(eq(incidents.id, incidentId))
    .get();
  if (!incident) return;

  db().delete(incidentServices).where(eq(incidentServices.incidentId, incidentId)).run();
  for (const name of distinct([incident.service, ...(incident.affected ?? [])])) {
    const { id } = db()
      .insert(services)
      .values({ name, isDemo: incident.isDemo })
      .onConflictDoUpdate({ target: services.name, set: { name: sql`excluded.name` } })
      .returning({ id: services.id })
      .get();
    db().insert(incidentServices).values({ incidentId, serviceId: id }).run();
  }
}

type Naming = { isPrivate?: boolean; isDemo?: boolean };

/**
 * Adds the people who are not in the directory yet. Machines and addresses are not people, and whom a
 * private incident names stays within it.
 */
export function rememberPeople(
  names: (string | null | undefined)[],
  { isPrivate = false, isDemo = false }: Naming = {},
): void {
  if (isPrivate) return;
  const known = personByAlias();
  for (const name of distinct(names.map((written) => written?.trim()))) {
    if (MACHINE_ACTORS.includes(name) || isEmail(name) || known.has(aliasKey(name))) continue;
    known.set(aliasKey(name), name);
    db().insert(people).values({ name, isDemo }).onConflictDoNothing().run();
  }
}

function distinct(names: (string | null | undefined)[]): string[] {
  return [...new Set(names.flatMap((name) => name || []))];
}
