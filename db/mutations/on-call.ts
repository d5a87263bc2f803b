import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { getOnCall } from "@/db/queries/on-call";
import type { Team } from "@/db/queries/teams";
import { onCallPlaces, onCallPlans } from "@/db/schema";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { coverUntil, type CoverHours } from "@/lib/domain/on-call";
import { isCalendarDay, toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireTeam } from "./teams";

export type OnCallPlanning = {
  slug: string;
  /** The version that the writer saw. */
  version: number;
  /** The ids of the people who are called, the first one first. */
  order: number[];
  /** The day on which the first one's week begins; missing where the order stays. */
  rotatesFrom?: string | undefined;
};

/** Says who of a team is called, one after the other, and whether they take turns by the week. */
export function planOnCall(viewer: Viewer, planning: OnCallPlanning, now = Date.now()): void {
  transaction(() => {
    const { slug, version, order, rotatesFrom = null } = planning;
    const team = requireTeam(slug);
    const before = requireSeen(team, version, now);
    if (new Set(order).size < order.length) {
      throw new DomainError("Somebody stands there twice. Each is called once.", "order");
    }
    const people = order.map((personId) => memberOf(team, personId));
    if (rotatesFrom !== null && !isCalendarDay(rotatesFrom)) {
      throw new DomainError("Choose the day on which the first week begins.", "rotatesFrom");
    }
    const { id: teamId } = team;
    db().delete(onCallPlaces).where(eq(onCallPlaces.teamId, teamId)).run();
    people.forEach(({ id: personId }, place) => {
      db().insert(onCallPlaces).values({ teamId, personId, place }).run();
    });
    change(team, version, { rotatesFrom });
    const namesOf = (those: { name: string }[]) => those.map(({ name }) => name).join(", ");
    recordAudit(viewer.name, "team:plan-on-call", `team ${team.name}`, {
      before: { order: namesOf(before.order), rotatesFrom: before.rotatesFrom },
      after: { order: namesOf(people), rotatesFrom },
    });
  });
}

export type Covering = { slug: string; personId: number; hours: CoverHours };

/** Lets a member stand in for whoever is on call, from now on for some hours. */
export function coverOnCall(viewer: Viewer, covering: Covering, now = Date.now()): void {
  transaction(() => {
    const { slug, personId, hours } = covering;
    const team = requireTeam(slug);
    const { id: coverId, name } = memberOf(team, personId);
    const until = coverUntil(now, hours);
    change(team, getOnCall(team, now).version, { coverId, coverUntil: until });
    const detail = { person: name, until: toUtc(until) };
    recordAudit(viewer.name, "team:cover-on-call", `team ${team.name}`, detail);
  });
}

/** Has whoever is on call by the plan called again. */
export function endCover(viewer: Viewer, { slug }: { slug: string }, now = Date.now()): void {
  transaction(() => {
    const team = requireTeam(slug);
    const { cover, version } = getOnCall(team, now);
    if (!cover) return;
    change(team, version, { coverId: null, coverUntil: null });
    const detail = { person: cover.person.name };
    recordAudit(viewer.name, "team:end-cover", `team ${team.name}`, detail);
  });
}

function requireSeen(team: Team, version: number, now: number) {
  const plan = getOnCall(team, now);
  if (plan.version === version) return plan;
  throw new ConflictError(
    `Someone changed who is on call for ${team.name} while you wrote. What you chose is kept here: compare, then save again.`,
    { version: plan.version },
  );
}

function memberOf(team: Team, personId: number) {
  const member = team.members.find(({ id }) => id === personId);
  if (!member) throw new DomainError(`They are not in ${team.name} any more.`);
  return member;
}

type Change = Partial<Omit<typeof onCallPlans.$inferInsert, "teamId" | "version">>;

function change({ id: teamId }: Team, version: number, to: Change): void {
  db()
    .insert(onCallPlans)
    .values({ teamId, ...to, version: version + 1 })
    .onConflictDoUpdate({ target: onCallPlans.teamId, set: { ...to, version: version + 1 } })
    .run();
}
