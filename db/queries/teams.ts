import { asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents, people, services, teamMembers, teams } from "@/db/schema";
import { aliasKey } from "@/lib/domain/people";
import { serviceKey, teamFor, type FoundTeam } from "@/lib/domain/team";
import { personByAlias } from "./people";

const { id, slug, name, zone, workingDays, leadId, version } = teams;

export type Team = ReturnType<typeof listTeams>[number];

/** Every team with its lead, its members and its services, by name. */
export function listTeams() {
  const members = listMembers();
  const owned = listOwnedServices();
  return db()
    .select({ id, slug, name, zone, workingDays, leadId, version })
    .from(teams)
    .orderBy(asc(name))
    .all()
    .map(({ leadId, ...team }) => ({
      ...team,
      lead: leadOf(leadId),
      members: members.filter(({ teamId }) => teamId === team.id).map(personOf),
      services: owned.filter(({ teamId }) => teamId === team.id).map(personOf),
    }));
}

export function findTeam(slug: string): Team | undefined {
  return listTeams().find((team) => team.slug === slug);
}

const personOf = ({ id, name }: { id: number; name: string }) => ({ id, name });

function leadOf(personId: number | null) {
  if (personId === null) return null;
  const { id, name } = people;
  return db().select({ id, name }).from(people).where(eq(id, personId)).get() ?? null;
}

/** Everyone who is in a team, each team's and each person's in the order in which they came. */
function listMembers() {
  const { teamId, personId, addedAt } = teamMembers;
  return db()
    .select({ teamId, id: people.id, name: people.name })
    .from(teamMembers)
    .innerJoin(people, eq(people.id, personId))
    .orderBy(asc(addedAt), asc(teamId), asc(people.name))
    .all();
}

function listOwnedServices() {
  return db()
    .select({ teamId: services.teamId, id: services.id, name: services.name })
    .from(services)
    .where(isNotNull(services.teamId))
    .orderBy(asc(services.name))
    .all();
}

/** What the dates and the board of an item need of its team. */
export type ItemTeam = Pick<Team, "id" | "slug" | "name" | "zone" | "workingDays"> & {
  leadId: number | null;
};
export type TeamOfItem = FoundTeam<ItemTeam>;
export type TeamFinder = ReturnType<typeof teamFinder>;

type Item = { teamId: number | null; owner: string | null; incidentId: number };

/** Tells whose items are, from the directory as it is now: for a page or a job, not to be kept. */
export function teamFinder(): (item: Item) => TeamOfItem | undefined {
  const byId = new Map(
    db()
      .select({ id, slug, name, zone, workingDays, leadId })
      .from(teams)
      .all()
      .map((team) => [team.id, team]),
  );
  const names = personByAlias();
  const firstTeams = new Map<string, number>();
  for (const { name, teamId } of listMembers()) {
    if (!firstTeams.has(name)) firstTeams.set(name, teamId);
  }
  const ofService = new Map(
    listOwnedServices().flatMap(({ name, teamId }) => {
      const team = byId.get(teamId ?? 0);
      return team ? [[serviceKey(name), team] as const] : [];
    }),
  );
  const directory = {
    byId: (teamId: number) => byId.get(teamId),
    ofOwner: (owner: string) => byId.get(firstTeams.get(names.get(aliasKey(owner)) ?? "") ?? 0),
    ofService,
  };
  const servicesOf = servicesOfIncidents();
  return ({ teamId, owner, incidentId }) =>
    teamFor({ teamId, owner, services: () => servicesOf(incidentId) }, directory);
}

/** The services of an incident as its record orders them, read once for each. */
function servicesOfIncidents() {
  const known = new Map<number, (string | null)[]>();
  const { service, affectedServices } = incidents;
  const select = db()
    .select({ service, affectedServices })
    .from(incidents)
    .where(eq(incidents.id, sql.placeholder("id")))
    .prepare();
  return (incidentId: number) => {
    const read = known.get(incidentId);
    if (read) return read;
    const row = select.get({ id: incidentId });
    const names = [row?.service ?? null, ...(row?.affectedServices ?? [])];
    known.set(incidentId, names);
    return names;
  };
}

/** What a link to a team needs. */
export type TeamName = Pick<Team, "slug" | "name">;
/** The teams of each person, by the person's id, the first one first. */
export type TeamsOfPeople = ReadonlyMap<number, TeamName[]>;

export function teamsOfPeople(): TeamsOfPeople {
  const byId = new Map(listTeamNames().map((team) => [team.id, team]));
  const teamsOf = new Map<number, TeamName[]>();
  for (const { id, teamId } of listMembers()) {
    const team = byId.get(teamId);
    if (team) teamsOf.set(id, [...(teamsOf.get(id) ?? []), { slug: team.slug, name: team.name }]);
  }
  return teamsOf;
}

const listTeamNames = () => db().select({ id, slug, name }).from(teams).all();

/** The services that belong to no team, by name. */
export function listFreeServices(): string[] {
  return db()
    .select({ name: services.name })
    .from(services)
    .where(isNull(services.teamId))
    .orderBy(asc(services.name))
    .all()
    .map(({ name }) => name);
}
