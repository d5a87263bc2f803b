import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { personByAlias } from "@/db/queries/people";
import { people, services, teamMembers, teams } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { aliasKey, isEmail } from "@/lib/domain/people";
import { serviceKey } from "@/lib/domain/team";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireTeam } from "./teams";

type Demo = { isDemo?: boolean };

/** Puts a person into a team, by name or confirmed address; a new name joins the directory. */
export function addTeamMember(
  viewer: Viewer,
  { slug, name, isDemo = false }: { slug: string; name: string } & Demo,
  now = Date.now(),
): void {
  transaction(() => {
    const team = requireTeam(slug);
    const person = personCalled(name, isDemo);
    if (team.members.some(({ id }) => id === person.id)) {
      throw new DomainError(`${person.name} is in ${team.name} already.`, "name");
    }
    db().insert(teamMembers).values({ teamId: team.id, personId: person.id, addedAt: now }).run();
    recordAudit(viewer.name, "team:add-member", `team ${team.name}`, { person: person.name });
  });
}

/** Takes a person out of a team, which then has no lead if they led it. */
export function removeTeamMember(
  viewer: Viewer,
  { slug, personId }: { slug: string; personId: number },
): void {
  transaction(() => {
    const team = requireTeam(slug);
    const person = team.members.find(({ id }) => id === personId);
    if (!person) throw new NotFoundError(`They are not in ${team.name} any more.`);
    db()
      .delete(teamMembers)
      .where(and(eq(teamMembers.teamId, team.id), eq(teamMembers.personId, personId)))
      .run();
    if (team.lead?.id === personId) {
      db()
        .update(teams)
        .set({ leadId: null, version: team.version + 1 })
        .where(eq(teams.id, team.id))
        .run();
    }
    recordAudit(viewer.name, "team:remove-member", `team ${team.name}`, { person: person.name });
  });
}

/** Gives a service to a team, also one that no incident has named yet. */
export function addTeamService(
  viewer: Viewer,
  { slug, service: name, isDemo = false }: { slug: string; service: string } & Demo,
): void {
  transaction(() => {
    const team = requireTeam(slug);
    const service = serviceCalled(name, isDemo);
    if (service.team !== null) {
      throw new ConflictError(
        service.team === team.name
          ? `${service.name} belongs to ${team.name} already.`
          : `${service.name} belongs to ${service.team}. Remove it there first.`,
        service.team,
      );
    }
    db().update(services).set({ teamId: team.id }).where(eq(services.id, service.id)).run();
    recordAudit(viewer.name, "team:add-service", `team ${team.name}`, { service: service.name });
  });
}

/** Takes a service from a team. The service stays, and belongs to none. */
export function removeTeamService(
  viewer: Viewer,
  { slug, serviceId }: { slug: string; serviceId: number },
): void {
  transaction(() => {
    const team = requireTeam(slug);
    const service = team.services.find(({ id }) => id === serviceId);
    if (!service) throw new NotFoundError(`It does not belong to ${team.name} any more.`);
    db().update(services).set({ teamId: null }).where(eq(services.id, serviceId)).run();
    recordAudit(viewer.name, "team:remove-service", `team ${team.name}`, {
      service: service.name,
    });
  });
}

function personCalled(text: string, isDemo: boolean) {
  const name = personByAlias().get(aliasKey(text)) ?? text;
  const found = db().select().from(people).where(eq(people.name, name)).get();
  if (found) return found;
  if (isEmail(name)) {
    throw new DomainError(
      "Nobody has this address yet. Say on the page People whose it is.",
      "name",
    );
  }
  return db().insert(people).values({ name, isDemo }).returning().get();
}

function serviceCalled(text: string, isDemo: boolean) {
  const { id, name } = services;
  const found = db()
    .select({ id, name, team: teams.name })
    .from(services)
    .leftJoin(teams, eq(teams.id, services.teamId))
    .all()
    .filter((service) => serviceKey(service.name) === serviceKey(text));
  const known = found.find(({ team }) => team !== null) ?? found[0];
  if (known) return known;
  const made = db().insert(services).values({ name: text, isDemo }).returning({ id, name }).get();
  return { ...made, team: null };
}
