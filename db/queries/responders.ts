import { asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { incidentMembers, incidents, people, users } from "@/db/schema";
import { reaches, type EscalationLevel } from "@/lib/domain/escalation";
import { aliasKey } from "@/lib/domain/people";
import { can } from "@/lib/domain/permissions";
import { getOnCall, listTeamNames } from "./on-call";
import { personByAlias } from "./people";
import { teamFinder } from "./teams";

type Incident = Pick<
  typeof incidents.$inferSelect,
  "id" | "commander" | "context" | "isDrill" | "isPrivate"
>;

/**
 * Tells which accounts are called about an incident at each level: its commander and whoever its record or its
 * service's team names, as far as they may respond and know of it.
 */
export function responderFinder(incident: Incident, now: number) {
  const accounts = listResponders(incident);
  const names = personByAlias();
  const team = teamFinder()({ teamId: null, owner: null, incidentId: incident.id })?.team;
  const onCall = team && getOnCall(team, now);
  const { primary, secondary, escalation_manager: manager } = incident.context?.on_call ?? {};

  const accountsOf = (words: (string | null | undefined)[]) => {
    const meant = words.flatMap((word) => {
      const key = aliasKey(word ?? "");
      return key === "" ? [] : [key, aliasKey(names.get(key) ?? key)];
    });
    return accounts
      .filter(({ name, person, email }) =>
        [name, person, email].some((each) => each !== null && meant.includes(aliasKey(each))),
      )
      .map(({ id }) => id);
  };
  const levels: Record<EscalationLevel, () => number[]> = {
    on_call: () => accountsOf([incident.commander, primary ?? onCall?.now[0]?.name]),
    next: () => accountsOf([secondary, onCall?.now[primary ? 0 : 1]?.name]),
    team: () => accountsOf([manager, ...(team ? listTeamNames(team.id) : [])]),
    admins: () => accounts.filter(({ role }) => role === "admin").map(({ id }) => id),
  };
  return (level: EscalationLevel) => (reaches(level, incident) ? levels[level]() : []);
}

/** Of some people those who have an account with which they can respond. */
export function listCallable<Person extends { name: string }>(those: readonly Person[]): Person[] {
  const names = new Set(
    listOpenAccounts().flatMap(({ name, person }) => [aliasKey(name), aliasKey(person ?? "")]),
  );
  return those.filter(({ name }) => names.has(aliasKey(name)));
}

/** The open accounts that may respond to an incident: of a private one its members and admins. */
function listResponders({ id: incidentId, isPrivate }: Incident) {
  const open = listOpenAccounts();
  if (!isPrivate) return open;
  const members = db()
    .select({ userId: incidentMembers.userId })
    .from(incidentMembers)
    .where(eq(incidentMembers.incidentId, incidentId))
    .all();
  return open.filter(
    (account) => account.role === "admin" || members.some(({ userId }) => userId === account.id),
  );
}

function listOpenAccounts() {
  const { id, name, email, role } = users;
  return db()
    .select({ id, name, email, role, person: people.name })
    .from(users)
    .leftJoin(people, eq(people.id, users.personId))
    .where(isNull(users.disabledAt))
    .orderBy(asc(id))
    .all()
    .filter((account) => can(account, "incident:update"));
}
