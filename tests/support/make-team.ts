import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { people, services, teamMembers, teams } from "@/db/schema";
import { slugFor } from "@/lib/domain/team";
import { DEFAULT_CALENDAR } from "@/lib/domain/working-days";

type Overrides = {
  name?: string;
  zone?: string;
  workingDays?: number[];
  /** Names of people, who need not be there yet; the first is its lead if nobody else is. */
  members?: string[];
  lead?: string | null;
  isDemo?: boolean;
  /** Names of services, which need not be there yet. */
  services?: string[];
};

/** A team with its people and services; answers its row. */
export function makeTeam({
  name = "Payments",
  zone = DEFAULT_CALENDAR.zone,
  workingDays = [...DEFAULT_CALENDAR.workingDays],
  members = [],
  lead = members[0] ?? null,
  isDemo = false,
  services: owned = [],
}: Overrides = {}) {
  const others = db().select({ slug: teams.slug }).from(teams).all();
  const slug = slugFor(
    name,
    others.map((team) => team.slug),
  );
  const leadId = lead === null ? null : personNamed(lead);
  const team = db()
    .insert(teams)
    .values({ slug, name, zone, workingDays, leadId, isDemo })
    .returning()
    .get();
  const first = db().select().from(teamMembers).all().length;
  members.forEach((member, index) => {
    const personId = personNamed(member);
    db()
      .insert(teamMembers)
      .values({ teamId: team.id, personId, addedAt: first + index })
      .run();
  });
  for (const service of owned) {
    db()
      .insert(services)
      .values({ name: service, teamId: team.id })
      .onConflictDoUpdate({ target: services.name, set: { teamId: team.id } })
      .run();
  }
  return team;
}

/** The id of the person of this name, who joins the directory where they are new. */
export function personNamed(name: string): number {
  const found = db().select({ id: people.id }).from(people).where(eq(people.name, name)).get();
  return (found ?? db().insert(people).values({ name }).returning({ id: people.id }).get()).id;
}
