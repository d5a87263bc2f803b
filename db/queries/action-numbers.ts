import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItemChanges, actionItems, incidents } from "@/db/schema";
import { bornAt } from "@/lib/domain/action-item";
import {
  itemsIn,
  numbersOf,
  type CountedItem,
  type NumberSet,
  type Period,
} from "@/lib/domain/action-numbers";
import { reopeningsIn, type StatusChange } from "@/lib/domain/reopening";
import type { Viewer } from "@/lib/domain/viewer";
import { dayIn, DEFAULT_CALENDAR } from "@/lib/domain/working-days";
import { listTeams, teamFinder } from "./teams";
import { visibleTo } from "./visibility";

/** The items of one set that this person may know of, for the board to show. */
export function numberIds(
  viewer: Viewer,
  set: NumberSet,
  period: Period,
  now = Date.now(),
): Set<number> {
  return new Set(itemsIn(set, listCounted(viewer, now), period).map(({ id }) => id));
}

export type NumbersView = ReturnType<typeof getActionNumbers>;

/** The numbers of all items that this person may know of, of each team's, and of those of no team. */
export function getActionNumbers(viewer: Viewer, period: Period, now = Date.now()) {
  const items = listCounted(viewer, now);
  const ofTeam = (slug: string | undefined) =>
    numbersOf(
      items.filter(({ team }) => team === slug),
      period,
    );
  return {
    all: numbersOf(items, period),
    teams: listTeams().map(({ slug, name }) => ({ slug, name, numbers: ofTeam(slug) })),
    none: items.some(({ team }) => team === undefined) ? ofTeam(undefined) : undefined,
  };
}

function listCounted(viewer: Viewer, now: number): (CountedItem & { team: string | undefined })[] {
  const teamOf = teamFinder();
  const reopenings = listReopenings();
  return listItems(viewer).map(({ declaredAt, resolvedAt, closedAt, ...item }) => {
    const team = teamOf(item)?.team;
    const { zone } = team ?? DEFAULT_CALENDAR;
    const day = (at: number) => dayIn(zone, at);
    return {
      ...item,
      team: team?.slug,
      bornOn: day(bornAt(item, { declaredAt, resolvedAt })),
      closedOn: closedAt === null ? null : day(closedAt),
      reopenedOn: (reopenings.get(item.id) ?? []).map(day),
      today: day(now),
    };
  });
}

function listItems(viewer: Viewer) {
  const { id, status, deadline, owner, teamId, incidentId, origin, createdAt, closedAt } =
    actionItems;
  const { severity, isDrill, declaredAt, resolvedAt } = incidents;
  return db()
    .select({
      id,
      status,
      deadline,
      owner,
      teamId,
      incidentId,
      origin,
      createdAt,
      closedAt,
      severity,
      isDrill,
      declaredAt,
      resolvedAt,
    })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, incidentId))
    .where(and(eq(isDrill, false), visibleTo(viewer)))
    .all();
}

/** When items came back from Done or Won't do, of those that ever changed. */
function listReopenings(): Map<number, number[]> {
  const { actionItemId, at, before, after, field } = actionItemChanges;
  const changes = db()
    .select({ actionItemId, at, before, after })
    .from(actionItemChanges)
    .where(eq(field, "status"))
    .all();
  const byItem = new Map<number, StatusChange[]>();
  for (const { actionItemId: item, ...change } of changes) {
    byItem.set(item, [...(byItem.get(item) ?? []), change]);
  }
  return new Map([...byItem].map(([item, ofItem]) => [item, reopeningsIn(ofItem)]));
}
