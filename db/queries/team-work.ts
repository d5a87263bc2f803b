import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, incidents } from "@/db/schema";
import { columnOf } from "@/lib/domain/board";
import { isOverdue } from "@/lib/domain/deadline";
import type { Viewer } from "@/lib/domain/viewer";
import { dayIn, DEFAULT_CALENDAR } from "@/lib/domain/working-days";
import { teamFinder } from "./teams";
import { visibleTo } from "./visibility";

export type TeamWork = { open: number; overdue: number };

export const NO_WORK: TeamWork = { open: 0, overdue: 0 };

/** How many items each team has to finish that this person may know of, by the team's id; by 0 those of no team. */
export function countTeamWork(viewer: Viewer, now: number): ReadonlyMap<number, TeamWork> {
  const { teamId, owner, incidentId, status, deadline } = actionItems;
  const teamOf = teamFinder();
  const work = new Map<number, TeamWork>();
  const items = db()
    .select({ teamId, owner, incidentId, status, deadline })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, incidentId))
    .where(visibleTo(viewer))
    .all();
  for (const item of items) {
    const column = columnOf(item.status);
    if (column === "done" || column === "wont_do") continue;
    const team = teamOf(item)?.team;
    const today = dayIn(team?.zone ?? DEFAULT_CALENDAR.zone, now);
    const { open, overdue } = work.get(team?.id ?? 0) ?? NO_WORK;
    const late = isOverdue(item, today) ? 1 : 0;
    work.set(team?.id ?? 0, { open: open + 1, overdue: overdue + late });
  }
  return work;
}
