import { count, getTableColumns, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItemComments, actionItems } from "@/db/schema";
import { bornAt } from "@/lib/domain/action-item";
import { inBoardOrder, settle } from "@/lib/domain/board";
import { standingOf } from "@/lib/domain/deadline";
import { aliasKey } from "@/lib/domain/people";
import type { Viewer } from "@/lib/domain/viewer";
import { DEFAULT_CALENDAR } from "@/lib/domain/working-days";
import { listPolicy } from "./deadline-policies";
import { factorFinder } from "./item-factors";
import { listItemIncidents, type ItemIncident } from "./item-incidents";
import { personByAlias } from "./people";
import { teamFinder, type TeamOfItem } from "./teams";

const {
  source: _source,
  ordinal: _ordinal,
  description: _text,
  ...columns
} = getTableColumns(actionItems);

/** All items that this person may know of, in board order, each with what it can be narrowed by. */
export function listBoardItems(viewer: Viewer, now: number) {
  const names = personByAlias();
  const known = new Map(listItemIncidents(viewer).map((incident) => [incident.id, incident]));
  const [teamOf, factorsOf, comments] = [teamFinder(), factorFinder(), countComments()];
  const policy = listPolicy();

  const rows = db().select(columns).from(actionItems).all();
  const items = rows.flatMap((row) => {
    const incident = known.get(row.incidentId);
    if (!incident) return [];
    const found = teamOf(row);
    const { severity } = incident;
    return {
      ...row,
      ...ofIncident(incident),
      ...ofTeam(found),
      ...standingOf({ ...row, severity }, policy, found?.team ?? DEFAULT_CALENDAR, now),
      bornAt: bornAt(row, incident),
      person: names.get(aliasKey(row.owner ?? "")) ?? null,
      factors: factorsOf(row),
      comments: comments.get(row.id) ?? 0,
    };
  });
  return inBoardOrder(settle(items));
}

const ofIncident = ({ key, title, severity, services }: ItemIncident) => ({
  incidentKey: key,
  incidentTitle: title,
  severity,
  services,
});

const ofTeam = (found: TeamOfItem | undefined) => ({
  team: found?.team.name ?? null,
  teamSlug: found?.team.slug ?? null,
  teamFrom: found?.from ?? null,
});

function countComments(): Map<number, number> {
  const { actionItemId, deletedAt } = actionItemComments;
  const counts = db()
    .select({ actionItemId, comments: count() })
    .from(actionItemComments)
    .where(isNull(deletedAt))
    .groupBy(actionItemId)
    .all();
  return new Map(counts.map(({ actionItemId, comments }) => [actionItemId, comments]));
}
