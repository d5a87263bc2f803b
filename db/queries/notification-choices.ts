import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { notificationChoices, people, teamMembers, teams, users } from "@/db/schema";
import { HAPPENINGS } from "@/lib/domain/happenings";
import { choiceOf } from "@/lib/domain/hearing";
import type { Viewer } from "@/lib/domain/viewer";
import { DEFAULT_CALENDAR } from "@/lib/domain/working-days";

export type OwnChoices = ReturnType<typeof getOwnChoices>;

/** What somebody chose to hear of by mail, and when not; what they did not choose is as usual. */
export function getOwnChoices({ userId }: Viewer) {
  const row = db()
    .select()
    .from(notificationChoices)
    .where(eq(notificationChoices.userId, userId))
    .get();
  return {
    choices: Object.fromEntries(
      HAPPENINGS.map((happening) => [happening, choiceOf(happening, row?.choices[happening])]),
    ),
    quietFrom: row?.quietFrom ?? null,
    quietUntil: row?.quietUntil ?? null,
    zone: row?.zone ?? zoneOfTeam(userId),
    sev1BreaksThrough: row?.sev1BreaksThrough ?? true,
  };
}

/** Where they probably are: where their first team works. */
function zoneOfTeam(userId: number): string {
  const team = db()
    .select({ zone: teams.zone })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .innerJoin(teamMembers, eq(teamMembers.personId, people.id))
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(eq(users.id, userId))
    .orderBy(teamMembers.addedAt)
    .get();
  return team?.zone ?? DEFAULT_CALENDAR.zone;
}
