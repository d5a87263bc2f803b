import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { onCallPlaces, onCallPlans, people, teamMembers, teams } from "@/db/schema";
import { onCallOrder } from "@/lib/domain/on-call";

export type OnCall = ReturnType<typeof getOnCall>;

/** Who of a team is called, as it was planned and as it is at a moment. */
export function getOnCall({ id: teamId, zone }: { id: number; zone: string }, now: number) {
  const plan = findPlan(teamId);
  const cover = plan && coverOf(plan);
  const order = listPlaces(teamId);
  const rotatesFrom = plan?.rotatesFrom ?? null;
  return {
    order,
    rotatesFrom,
    cover: cover && cover.until > now ? cover : null,
    version: plan?.version ?? 0,
    now: onCallOrder({ people: order, zone, rotatesFrom, cover: cover ?? null }, now),
  };
}

function findPlan(teamId: number) {
  const { rotatesFrom, coverId, coverUntil, version } = onCallPlans;
  return db()
    .select({ rotatesFrom, coverId, coverUntil, version })
    .from(onCallPlans)
    .where(eq(onCallPlans.teamId, teamId))
    .get();
}

type Plan = NonNullable<ReturnType<typeof findPlan>>;

function coverOf({ coverId, coverUntil: until }: Plan) {
  if (coverId === null || until === null) return undefined;
  const { id, name } = people;
  const person = db().select({ id, name }).from(people).where(eq(id, coverId)).get();
  return person && { person, until };
}

/** Whoever left the team is called no more. */
function listPlaces(teamId: number) {
  return db()
    .select({ id: people.id, name: people.name })
    .from(onCallPlaces)
    .innerJoin(people, eq(people.id, onCallPlaces.personId))
    .innerJoin(
      teamMembers,
      and(
        eq(teamMembers.teamId, onCallPlaces.teamId),
        eq(teamMembers.personId, onCallPlaces.personId),
      ),
    )
    .where(eq(onCallPlaces.teamId, teamId))
    .orderBy(asc(onCallPlaces.place))
    .all();
}

/** Who of a team is called when everybody is. */
export function listTeamNames(teamId: number): string[] {
  return db()
    .select({ name: people.name })
    .from(teamMembers)
    .innerJoin(people, eq(people.id, teamMembers.personId))
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(eq(teams.id, teamId))
    .orderBy(asc(teamMembers.addedAt), asc(people.name))
    .all()
    .map(({ name }) => name);
}
