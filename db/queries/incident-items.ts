import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, incidents } from "@/db/schema";
import { standingOf } from "@/lib/domain/deadline";
import { aliasKey } from "@/lib/domain/people";
import { DEFAULT_CALENDAR } from "@/lib/domain/working-days";
import { listPolicy } from "./deadline-policies";
import { personByAlias } from "./people";
import { teamFinder } from "./teams";

export type IncidentItem = ReturnType<typeof listIncidentItems>[number];

/** An incident's action items in its record's order, each with how it stands to its deadline. */
export function listIncidentItems(itsId: number, now = Date.now()) {
  const { id, incidentId, teamId, title, status, owner } = actionItems;
  const { priority, type, deadline, createdAt, ordinal } = actionItems;
  const [names, teamOf, policy] = [personByAlias(), teamFinder(), listPolicy()];
  return db()
    .select({
      ...{ id, incidentId, teamId, title, status, owner },
      ...{ priority, type, deadline, createdAt },
      severity: incidents.severity,
    })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, incidentId))
    .where(eq(incidentId, itsId))
    .orderBy(asc(ordinal))
    .all()
    .map((item) => ({
      ...item,
      ...standingOf(item, policy, teamOf(item)?.team ?? DEFAULT_CALENDAR, now),
      person: names.get(aliasKey(item.owner ?? "")) ?? null,
    }));
}
