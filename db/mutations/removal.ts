import { eq, inArray, isNotNull, or } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listReaders } from "@/db/queries/digest-readers";
import { listPeople } from "@/db/queries/people";
import {
  actionItems,
  alertRules,
  alertSources,
  components,
  events,
  incidents,
  incidentServices,
  maintenanceComponents,
  maintenances,
  participants,
  people,
  publicUpdateComponents,
  services,
  subscriberComponents,
  teamMembers,
  teams,
  users,
} from "@/db/schema";
import { aliasKey } from "@/lib/domain/people";
import { recordAudit } from "./audit";
import { settlePositions } from "./board-places";
import { forgetReminders } from "./digests";

/**
 * Removes the demo: its incidents, its accounts with their sessions, its maintenance, the source of its alerts, its
 * rules, and of its services, components, people and teams those that nothing else names; the others are real from
 * now on.
 */
export function removeDemo(actor: string) {
  return transaction(() => {
    const readers = listReaders({ withDemo: true });
    releaseMerged();
    const removed = {
      incidents: db().delete(incidents).where(eq(incidents.isDemo, true)).run().changes,
      users: db().delete(users).where(eq(users.isDemo, true)).run().changes,
      services: removeServices(),
      people: removePeople(),
      teams: removeTeams(),
    };
    db().delete(maintenances).where(eq(maintenances.isDemo, true)).run();
    db().delete(alertSources).where(eq(alertSources.isDemo, true)).run();
    db().delete(alertRules).where(eq(alertRules.isDemo, true)).run();
    removeComponents();
    forgetReminders(readers);
    settlePositions();
    recordAudit(actor, "demo:remove", "demo", removed);
    return removed;
  });
}

/** What is real and was merged into an incident of the demo is an incident of its own again. */
function releaseMerged(): void {
  const demo = db().select({ id: incidents.id }).from(incidents).where(eq(incidents.isDemo, true));
  db()
    .update(incidents)
    .set({ mergedIntoId: null, mergedAt: null, mergedBy: null })
    .where(inArray(incidents.mergedIntoId, demo))
    .run();
}

/** A component that real public updates or maintenance are about, or that somebody subscribed to, is real from now on. */
function removeComponents(): void {
  const told = db().select({ id: publicUpdateComponents.componentId }).from(publicUpdateComponents);
  const planned = db()
    .select({ id: maintenanceComponents.componentId })
    .from(maintenanceComponents);
  const chosen = db().select({ id: subscriberComponents.componentId }).from(subscriberComponents);
  const isUsed = or(
    inArray(components.id, told),
    inArray(components.id, planned),
    inArray(components.id, chosen),
  );
  db().update(components).set({ isDemo: false }).where(isUsed).run();
  db().delete(components).where(eq(components.isDemo, true)).run();
}

function removeServices(): number {
  const named = db().select({ id: incidentServices.serviceId }).from(incidentServices);
  const isUsed = or(inArray(services.id, named), inArray(services.teamId, realTeams()));
  db().update(services).set({ isDemo: false }).where(isUsed).run();
  return db().delete(services).where(eq(services.isDemo, true)).run().changes;
}

function removePeople(): number {
  const named = namedInIncidents();
  const linked = db().select({ id: users.personId }).from(users).all();
  const kept = new Set([...linked, ...peopleOfRealTeams()].map(({ id }) => id));
  const demo = db().select({ id: people.id }).from(people).where(eq(people.isDemo, true)).all();
  const demoIds = new Set(demo.map(({ id }) => id));
  const used = listPeople().filter(({ id, name, aliases }) => {
    const names = [name, ...aliases.map(({ alias }) => alias)].map(aliasKey);
    return demoIds.has(id) && (kept.has(id) || names.some((text) => named.has(text)));
  });
  for (const { id } of used) {
    db().update(people).set({ isDemo: false }).where(eq(people.id, id)).run();
  }
  return db().delete(people).where(eq(people.isDemo, true)).run().changes;
}

const realTeams = () => db().select({ id: teams.id }).from(teams).where(eq(teams.isDemo, false));

const peopleOfRealTeams = () =>
  db()
    .select({ id: teamMembers.personId })
    .from(teamMembers)
    .where(inArray(teamMembers.teamId, realTeams()))
    .all();

/** A team in which someone real is, or to which somebody gave a real item, is real from now on. */
function removeTeams(): number {
  const members = db().select({ id: teamMembers.teamId }).from(teamMembers);
  const given = db()
    .select({ id: actionItems.teamId })
    .from(actionItems)
    .where(isNotNull(actionItems.teamId));
  const isUsed = or(inArray(teams.id, members), inArray(teams.id, given));
  db().update(teams).set({ isDemo: false }).where(isUsed).run();
  return db().delete(teams).where(eq(teams.isDemo, true)).run().changes;
}

/** How the incidents that are there name people, as alias keys. */
function namedInIncidents(): Set<string> {
  const leads = db()
    .select({ name: incidents.commander, context: incidents.context })
    .from(incidents)
    .all();
  const texts = [
    ...leads.flatMap(({ name, context }) => [name, ...Object.values(context?.on_call ?? {})]),
    ...namesIn(db().selectDistinct({ name: participants.name }).from(participants).all()),
    ...namesIn(db().selectDistinct({ name: events.actor }).from(events).all()),
    ...namesIn(db().selectDistinct({ name: actionItems.owner }).from(actionItems).all()),
  ];
  return new Set(texts.flatMap((text) => (typeof text === "string" ? [aliasKey(text)] : [])));
}

const namesIn = (rows: { name: string | null }[]) => rows.map(({ name }) => name);
