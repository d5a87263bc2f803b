import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { teamFinder } from "@/db/queries/teams";
import { actionItems, incidents } from "@/db/schema";
import { outcomeOf, type Outcome } from "@/lib/domain/insights/outcomes";
import { dayIn, DEFAULT_CALENDAR } from "@/lib/domain/working-days";
import { selected, type Asked } from "./selection";

/** Every action item of the incidents, with how it ended or stands. */
export function listOutcomes(asked: Asked) {
  const { id, title, status, deadline, closedAt, owner, teamId, incidentId } = actionItems;
  const teamOf = teamFinder();
  return db()
    .select({
      id,
      title,
      status,
      deadline,
      closedAt,
      owner,
      teamId,
      incidentId,
      incidentKey: incidents.key,
    })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, incidentId))
    .where(selected(asked))
    .orderBy(id)
    .all()
    .map((item) => {
      const dayOf = (at: number) => dayIn((teamOf(item)?.team ?? DEFAULT_CALENDAR).zone, at);
      return { ...item, outcome: outcomeOf(item, dayOf, asked.now) };
    });
}

/** How many items ended or stand in each way. */
export function countOutcomes(asked: Asked): Record<Outcome, number> {
  const outcomes = listOutcomes(asked).map(({ outcome }) => outcome);
  const count = (of: Outcome) => outcomes.filter((outcome) => outcome === of).length;
  return {
    "in-time": count("in-time"),
    late: count("late"),
    undated: count("undated"),
    "day-unknown": count("day-unknown"),
    overdue: count("overdue"),
    open: count("open"),
    dropped: count("dropped"),
  };
}
