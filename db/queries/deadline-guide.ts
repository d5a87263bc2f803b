import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents } from "@/db/schema";
import type { DeadlineGuide, GuidePlace } from "@/lib/domain/deadline-guide";
import { aliasKey } from "@/lib/domain/people";
import type { Viewer } from "@/lib/domain/viewer";
import { dayIn, DEFAULT_CALENDAR } from "@/lib/domain/working-days";
import { listPolicy } from "./deadline-policies";
import { teamFinder, type TeamOfItem } from "./teams";
import { visibleTo } from "./visibility";

const MOST_INCIDENTS = 100;

type Scope = {
  /** Only this incident. */
  key?: string;
  owners: string[];
  /** The item that is edited. */
  item?: { teamId: number | null; createdAt: number };
};

/** What a form needs to say which day the policy sets for an item of these incidents and owners. */
export function deadlineGuide(
  viewer: Viewer,
  { key, owners, item }: Scope,
  now = Date.now(),
): DeadlineGuide {
  const teamOf = teamFinder();
  const madeAt = item?.createdAt ?? now;
  const places: GuidePlace[] = [placeOf(undefined, madeAt)];
  const seats = new Map<number, number>();
  const seatOf = (found: TeamOfItem | undefined) => {
    if (!found) return 0;
    const seat = seats.get(found.team.id) ?? places.push(placeOf(found, madeAt)) - 1;
    seats.set(found.team.id, seat);
    return seat;
  };
  const nobodys = { teamId: null, owner: null, incidentId: 0 };
  const own = item ? teamOf({ ...nobodys, teamId: item.teamId }) : undefined;

  return {
    policy: listPolicy(),
    owners: Object.fromEntries(
      owners.flatMap((owner) => {
        const team = teamOf({ ...nobodys, owner });
        return team ? [[aliasKey(owner), seatOf(team)] as const] : [];
      }),
    ),
    incidents: Object.fromEntries(
      listIncidents(viewer, key).map(({ id, key, severity }) => [
        key,
        { severity, place: seatOf(teamOf({ ...nobodys, incidentId: id })) },
      ]),
    ),
    ...(own && { ownPlace: seatOf(own) }),
    places,
  };
}

type EditedItem = {
  incidentKey: string;
  owner: string | null;
  teamId: number | null;
  createdAt: number;
};

/** What the form of one item needs, whose priority is what the form may change. */
export function itemGuide(viewer: Viewer, item: EditedItem): DeadlineGuide {
  const { incidentKey: key, owner } = item;
  return deadlineGuide(viewer, { key, item, owners: owner === null ? [] : [owner] });
}

function placeOf(found: TeamOfItem | undefined, madeAt: number): GuidePlace {
  const { zone, workingDays } = found?.team ?? DEFAULT_CALENDAR;
  return {
    ...(found && { team: found.team.name }),
    madeOn: dayIn(zone, madeAt),
    workingDays,
  };
}

function listIncidents(viewer: Viewer, key: string | undefined) {
  const { id, severity, declaredAt } = incidents;
  const named = key === undefined ? undefined : eq(incidents.key, key);
  return db()
    .select({ id, key: incidents.key, severity })
    .from(incidents)
    .where(and(visibleTo(viewer), named))
    .orderBy(desc(declaredAt), desc(id))
    .limit(MOST_INCIDENTS)
    .all();
}
