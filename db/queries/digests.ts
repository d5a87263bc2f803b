import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, incidents } from "@/db/schema";
import { checkStateOf } from "@/lib/domain/check";
import { isClosed } from "@/lib/domain/closing";
import { dueState } from "@/lib/domain/deadline";
import { digestOf } from "@/lib/domain/digest";
import { aliasKey } from "@/lib/domain/people";
import type { Viewer } from "@/lib/domain/viewer";
import { DEFAULT_CALENDAR, dayIn } from "@/lib/domain/working-days";
import type { DigestReader } from "./digest-readers";
import { personByAlias } from "./people";
import { teamFinder, type TeamFinder, type TeamOfItem } from "./teams";
import { visibleTo } from "./visibility";

export type DigestItem = ReturnType<typeof listReminded>[number];

/** With what somebody's reminders are put together. */
export type DigestScope = {
  now: number;
  /** False where mail really leaves: nobody outside is told of the demo. */
  withDemo: boolean;
  /** For many digests at one moment. */
  teamOf?: TeamFinder;
};

/** What one reader is reminded of each day. */
export function getDailyDigest({ viewer, owners, leads }: DigestReader, scope: DigestScope) {
  const all = listReminded(viewer, scope, leads.length > 0 ? undefined : owners);
  const led = all.filter(({ team }) => team !== undefined && leads.includes(team.id));
  return digestOf(
    all.filter(({ owner }) => owners.includes(owner ?? "")),
    led,
  );
}

/** What a team's lead is told each week of all that the team has. */
export function getWeeklyDigest(viewer: Viewer, teamId: number, scope: DigestScope) {
  const ofTeam = listReminded(viewer, scope).filter(({ team }) => team?.id === teamId);
  return {
    ...digestOf(ofTeam, ofTeam),
    open: ofTeam.filter((item) => !isClosed(item.status)).length,
  };
}

/** The items that this person may know of, those of some owners or all, with how they stand now. */
function listReminded(viewer: Viewer, scope: DigestScope, owners?: string[]) {
  const { now, withDemo, teamOf = teamFinder() } = scope;
  const names = personByAlias();
  const { id, title, status, owner, priority, deadline, snoozedUntil } = actionItems;
  const { checkText, checkDue, checkResult, teamId, incidentId } = actionItems;
  return db()
    .select({
      ...{ id, title, status, owner, priority, deadline, snoozedUntil },
      ...{ checkText, checkDue, checkResult, teamId, incidentId },
      incidentKey: incidents.key,
    })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, actionItems.incidentId))
    .where(
      and(
        visibleTo(viewer),
        owners && inArray(actionItems.owner, owners),
        withDemo ? undefined : eq(incidents.isDemo, false),
      ),
    )
    .orderBy(actionItems.deadline, actionItems.id)
    .all()
    .map((item) => ({
      ...withStanding(item, teamOf(item), now),
      person: names.get(aliasKey(item.owner ?? "")) ?? item.owner,
    }));
}

type Standing = Parameters<typeof dueState>[0] & Parameters<typeof checkStateOf>[0];

function withStanding<Item extends Standing>(
  item: Item,
  found: TeamOfItem | undefined,
  now: number,
) {
  const { zone, workingDays } = found?.team ?? DEFAULT_CALENDAR;
  const today = dayIn(zone, now);
  return {
    ...item,
    team: found?.team,
    today,
    state: dueState(item, today, workingDays),
    isCheckDue: checkStateOf(item, today) === "due",
  };
}
