import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import {
  channels,
  incidentMembers,
  incidents,
  incidentServices,
  notificationChoices,
  notificationRules,
  people,
  services,
  teamMembers,
  users,
} from "@/db/schema";
import type { Happened, Happening } from "@/lib/domain/happenings";
import { channelHears, choiceOf, personHears, type Subject } from "@/lib/domain/hearing";
import { aliasKey } from "@/lib/domain/people";
import { wakes, quietUntil } from "@/lib/domain/quiet-hours";
import { getRoles } from "./roles";

export type ToldIncident = typeof incidents.$inferSelect;
export type TouchedService = ReturnType<typeof listTouchedServices>[number];

/** The services that an incident names, with the teams that keep them. */
export function listTouchedServices(incidentId: number) {
  const { id, name, teamId } = services;
  return db()
    .select({ id, name, teamId })
    .from(services)
    .innerJoin(incidentServices, eq(incidentServices.serviceId, id))
    .where(eq(incidentServices.incidentId, incidentId))
    .orderBy(asc(name))
    .all();
}

/** The service that an alert names, if the portal knows it. */
export function listServicesCalled(called: string): TouchedService[] {
  const { id, name, teamId } = services;
  return db()
    .select({ id, name, teamId })
    .from(services)
    .all()
    .filter((each) => aliasKey(each.name) === aliasKey(called));
}

/** The channels that are on and whose rules reach so far. */
export function listHearingChannels(happened: Happened, subject: Subject) {
  const { id, key, name, isInternal, hearsDrills, serviceId, teamId, isOn } = channels;
  const { downTo, happening } = notificationRules;
  const hearing = db()
    .select({ id, key, name, isInternal, hearsDrills, serviceId, teamId, downTo, happening })
    .from(channels)
    .innerJoin(notificationRules, eq(notificationRules.channelId, id))
    .where(and(eq(isOn, true), inArray(happening, kindsOf(happened))))
    .orderBy(asc(id))
    .all()
    .filter((channel) => channelHears(channel, channel, subject));
  return [...new Map(hearing.map((channel) => [channel.id, channel])).values()];
}

const kindsOf = ({ is, also = [] }: Happened): Happening[] => [is, ...also];

type About = { subject: Subject; incident: ToldIncident | undefined };

/** The accounts that hear of it by mail, and when: at once, or when their quiet hours end. */
export function listHearingPeople(happened: Happened, { subject, incident }: About, now: number) {
  const { is, by, to = [], onlyThem } = happened;
  const concerned = onlyThem ? new Set<number>() : listConcerned(subject, incident);
  const members = subject.isPrivate && incident ? membersOf(incident.id) : undefined;
  return listListeners()
    .filter(({ id, role }) => !members || role === "admin" || members.has(id))
    .filter(({ id, choices }) => {
      const isAddressed = to.includes(id);
      if (onlyThem && !isAddressed) return false;
      const listener = { isAddressed, isConcerned: concerned.has(id), isActor: id === by.userId };
      return kindsOf(happened).some((kind) =>
        personHears({ ...listener, choice: choiceOf(kind, choices?.[kind]) }, kind, subject),
      );
    })
    .map(({ id, email, quietFrom: from, quietUntil: until, zone, sev1BreaksThrough }) => {
      const hours = from !== null && until !== null && zone !== null && { from, until, zone };
      const isWoken = wakes(is, { ...subject, sev1BreaksThrough: sev1BreaksThrough ?? true });
      return { id, email, dueAt: (hours && !isWoken && quietUntil(hours, now)) || now };
    });
}

function listListeners() {
  const { choices, quietFrom, quietUntil, zone, sev1BreaksThrough } = notificationChoices;
  const { id, email, role, disabledAt } = users;
  return db()
    .select({ id, email, role, choices, quietFrom, quietUntil, zone, sev1BreaksThrough })
    .from(users)
    .leftJoin(notificationChoices, eq(notificationChoices.userId, id))
    .where(isNull(disabledAt))
    .orderBy(asc(id))
    .all();
}

function membersOf(incidentId: number): Set<number> {
  const { userId } = incidentMembers;
  const rows = db()
    .select({ userId })
    .from(incidentMembers)
    .where(eq(incidentMembers.incidentId, incidentId))
    .all();
  return new Set(rows.map((row) => row.userId));
}

/** Who holds a role in it, declared it, or is in a team whose service it touches. */
function listConcerned({ teamIds }: Subject, incident: ToldIncident | undefined): Set<number> {
  const holders = incident ? getRoles(incident).roles.flatMap(({ holders }) => holders) : [];
  const names = new Set(holders.map(({ person }) => aliasKey(person)));
  const inTeams = db()
    .select({ personId: teamMembers.personId })
    .from(teamMembers)
    .where(inArray(teamMembers.teamId, teamIds))
    .all();
  const persons = new Set(inTeams.map(({ personId }) => personId));
  const accounts = db()
    .select({ id: users.id, name: users.name, personId: users.personId, person: people.name })
    .from(users)
    .leftJoin(people, eq(people.id, users.personId))
    .all()
    .filter(
      ({ id, name, personId, person }) =>
        id === incident?.declaredBy ||
        (personId !== null && persons.has(personId)) ||
        [name, person].some((each) => each !== null && names.has(aliasKey(each))),
    );
  return new Set(accounts.map(({ id }) => id));
}
