import { desc } from "drizzle-orm";
import { db } from "@/db/client";
import { deadlinePolicies } from "@/db/schema";
import { PRIORITIES } from "@/lib/domain/board";
import {
  policyFrom,
  proposedDeadline,
  ruleFor,
  type PolicyRow,
  type Ruled,
} from "@/lib/domain/deadline-policy";
import { standingOf } from "@/lib/domain/deadline";
import { dayIn, DEFAULT_CALENDAR, type WorkCalendar } from "@/lib/domain/working-days";
import { teamFinder } from "./teams";

/** How soon items are to have an owner and to be done, for each priority and severity. */
export function listPolicy(): PolicyRow[] {
  const { severity, assignDays, finishDays } = deadlinePolicies;
  const rows = db()
    .select({ priority: deadlinePolicies.priority, severity, assignDays, finishDays })
    .from(deadlinePolicies)
    .all();
  return policyFrom(
    rows.flatMap((row) => {
      const priority = PRIORITIES.find((word) => word === row.priority);
      return priority === undefined ? [] : { ...row, priority };
    }),
  );
}

/** Who last set days that are not the built-in ones. */
export function findPolicyChange() {
  const { changedBy, changedAt } = deadlinePolicies;
  return db()
    .select({ changedBy, changedAt })
    .from(deadlinePolicies)
    .orderBy(desc(changedAt))
    .limit(1)
    .get();
}

type Dated = Ruled & {
  teamId: number | null;
  owner: string | null;
  incidentId: number;
};

export type DeadlineCourse = ReturnType<typeof deadlineCourse>;

/** All that the policy says of an item, and how it stands now. */
export function deadlineCourse(
  item: Dated & { status: string | null; deadline: string | null },
  now = Date.now(),
) {
  const { policy, calendar, ...course } = courseOf(item);
  return { ...course, standing: standingOf(item, policy, calendar, now) };
}

/** Where an item's days are counted, which rule holds for it, and the day that the policy sets. */
export function courseOf(item: Dated) {
  const policy = listPolicy();
  const team = teamFinder()(item)?.team;
  const calendar: WorkCalendar = team ?? DEFAULT_CALENDAR;
  return {
    policy,
    calendar,
    team: team?.name,
    madeOn: dayIn(calendar.zone, item.createdAt),
    rule: ruleFor(policy, item),
    proposed: proposedDeadline(item, policy, calendar),
  };
}
