import { and, eq, ne, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findTeam, type Team } from "@/db/queries/teams";
import { actionItems, teams } from "@/db/schema";
import { changedFields } from "@/lib/domain/audit-detail";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { isZone, slugFor } from "@/lib/domain/team";
import type { Viewer } from "@/lib/domain/viewer";
import { WEEKDAYS } from "@/lib/domain/working-days";
import { recordChanges } from "./action-item-changes";
import { recordAudit } from "./audit";

export type TeamFields = { name: string; zone: string; workingDays: number[] };

type NewTeam = TeamFields & { isDemo?: boolean };

/** Makes a team without members yet, and gives its word in addresses. */
export function addTeam(
  actor: string,
  { name, isDemo = false, ...hours }: NewTeam,
): { slug: string } {
  return transaction(() => {
    requireFree(name);
    const others = db().select({ slug: teams.slug }).from(teams).all();
    const slug = slugFor(
      name,
      others.map((team) => team.slug),
    );
    db()
      .insert(teams)
      .values({ slug, name, isDemo, ...checked(hours) })
      .run();
    recordAudit(actor, "team:add", `team ${name}`);
    return { slug };
  });
}

export type TeamEdit = TeamFields & {
  slug: string;
  /** The version that the writer saw. */
  version: number;
  /** Its lead's id; missing for none. */
  leadId?: number | undefined;
};

/** Changes a team's name, hours and lead, who is one of its members. Its word in addresses stays. */
export function editTeam(viewer: Viewer, { slug, version, name, leadId, ...hours }: TeamEdit) {
  transaction(() => {
    const team = requireTeam(slug);
    if (team.version !== version) {
      throw new ConflictError(
        `Someone changed ${team.name} while you wrote. What you chose is kept here: compare, then save again.`,
        { version: team.version },
      );
    }
    requireFree(name, team.id);
    if (leadId !== undefined && team.members.every(({ id }) => id !== leadId)) {
      throw new DomainError("The lead is one of the members. Add them first.", "leadId");
    }
    const after = { name, leadId: leadId ?? null, ...checked(hours) };
    db()
      .update(teams)
      .set({ ...after, version: version + 1 })
      .where(eq(teams.id, team.id))
      .run();
    const lead = team.members.find(({ id }) => id === leadId)?.name ?? null;
    const { leadId: _, ...told } = after;
    const detail = changedFields({ ...team, lead: team.lead?.name ?? null }, { ...told, lead });
    recordAudit(viewer.name, "team:edit", `team ${name}`, detail);
  });
}

/** Removes a team. Items that somebody gave it go to the team of their owner or service again. */
export function removeTeam(viewer: Viewer, { slug }: { slug: string }, now = Date.now()): void {
  transaction(() => {
    const team = requireTeam(slug);
    for (const { id } of givenItems(team)) {
      const change = { field: "team", before: team.name, after: null } as const;
      recordChanges(viewer, id, [{ ...change, reason: "The team was removed." }], now);
      db()
        .update(actionItems)
        .set({ teamId: null, version: sql`${actionItems.version} + 1` })
        .where(eq(actionItems.id, id))
        .run();
    }
    db().delete(teams).where(eq(teams.id, team.id)).run();
    recordAudit(viewer.name, "team:remove", `team ${team.name}`);
  });
}

const givenItems = ({ id }: Team) =>
  db().select({ id: actionItems.id }).from(actionItems).where(eq(actionItems.teamId, id)).all();

export function requireTeam(slug: string): Team {
  const team = findTeam(slug);
  if (!team) throw new NotFoundError("This team is not there any more.");
  return team;
}

function requireFree(name: string, besides = 0): void {
  const other = db()
    .select({ id: teams.id })
    .from(teams)
    .where(and(sql`lower(${teams.name}) = lower(${name})`, ne(teams.id, besides)))
    .get();
  if (other) throw new DomainError(`There is a team ${name} already.`, "name");
}

function checked({ zone, workingDays }: Omit<TeamFields, "name">) {
  if (!isZone(zone)) {
    throw new DomainError(`“${zone}” is not a time zone such as Europe/Berlin.`, "zone");
  }
  const days = WEEKDAYS.filter((day) => workingDays.includes(day));
  if (days.length === 0) throw new DomainError("Choose one working day at least.", "workingDays");
  return { zone, workingDays: days };
}
