import { and, count, desc, eq, exists, gt, isNotNull, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { incidentCauses, incidentFigures, incidents } from "@/db/schema";
import {
  isPromiseSet,
  isTime,
  type CauseChoice,
  type IncidentSet,
  type PromiseSet,
} from "@/lib/domain/insights/sets";
import { MEASURES } from "@/lib/domain/insights/times";
import { pageOf } from "@/lib/domain/page";
import type { Outcome } from "@/lib/domain/insights/outcomes";
import { listOutcomes } from "./actions";
import { selected, type Asked } from "./selection";

export const BEHIND_PER_PAGE = 50;

type Behind = { set: IncidentSet; choice: CauseChoice; page: number };

export type BehindIncident = ReturnType<typeof listBehind>["rows"][number];

/** One page of the incidents that a number is made of, each with what it adds; the most first. */
export function listBehind(asked: Asked, { set, choice, page }: Behind) {
  const { key, title, severity, declaredAt, isDrill, isPrivate, id } = incidents;
  const value = valueOf(set);
  const where = and(selected(asked), belongs(set, choice));
  const isOn = eq(incidentFigures.incidentId, id);
  const total =
    db().select({ n: count() }).from(incidents).innerJoin(incidentFigures, isOn).where(where).get()
      ?.n ?? 0;
  const rows = db()
    .select({ id, key, title, severity, declaredAt, isDrill, isPrivate, value })
    .from(incidents)
    .innerJoin(incidentFigures, isOn)
    .where(where)
    .orderBy(...(isTime(set) || isPromiseSet(set) ? [desc(value)] : []), desc(declaredAt), desc(id))
    .limit(BEHIND_PER_PAGE)
    .offset((page - 1) * BEHIND_PER_PAGE)
    .all();
  return { total, rows: rows.map((row) => ({ ...row, factors: factorsOf(row.id, set, choice) })) };
}

const KEPT_IN = {
  "promises-kept": sql`${incidentFigures.updatesKept} + ${incidentFigures.reportsKept}`,
  "promises-missed": sql`${incidentFigures.updatesMissed} + ${incidentFigures.reportsMissed}`,
  "promises-open": sql`${incidentFigures.updatesOpen} + ${incidentFigures.reportsOpen}`,
} as const satisfies Record<PromiseSet, SQL>;

/** Minutes, or so many promises; of the others the duration. */
function valueOf(set: IncidentSet): SQL<number | null> {
  const { duration, isStale } = incidentFigures;
  if (isTime(set)) return sql<number>`${incidentFigures[MEASURES[set].column]}`;
  if (isPromiseSet(set)) return sql<number>`${KEPT_IN[set]}`;
  return sql<number | null>`iif(${isStale}, null, ${duration})`;
}

function belongs(set: IncidentSet, choice: CauseChoice): SQL | undefined {
  const isFresh = eq(incidentFigures.isStale, false);
  if (set === "incidents") return undefined;
  if (isTime(set)) return and(isFresh, isNotNull(incidentFigures[MEASURES[set].column]));
  if (isPromiseSet(set)) return and(isFresh, gt(KEPT_IN[set], 0));
  const of = and(eq(incidentCauses.incidentId, incidents.id), meant(choice));
  return and(
    isFresh,
    exists(db().select({ id: incidentCauses.id }).from(incidentCauses).where(of)),
  );
}

const meant = ({ category, cause }: CauseChoice) =>
  and(
    category && eq(incidentCauses.category, category),
    cause ? eq(incidentCauses.name, cause) : undefined,
  );

function factorsOf(incidentId: number, set: IncidentSet, choice: CauseChoice): string[] {
  if (set !== "causes") return [];
  return db()
    .select({ factor: incidentCauses.factor })
    .from(incidentCauses)
    .where(and(eq(incidentCauses.incidentId, incidentId), meant(choice)))
    .orderBy(incidentCauses.id)
    .all()
    .map(({ factor }) => factor);
}

export type BehindItem = ReturnType<typeof listItemsBehind>["rows"][number];

/** One page of the action items that ended, or stand, in one way. */
export function listItemsBehind(asked: Asked, outcome: Outcome, page: number) {
  const items = listOutcomes(asked).filter((item) => item.outcome === outcome);
  const { shown } = pageOf(items, page, BEHIND_PER_PAGE);
  return {
    total: items.length,
    rows: shown,
  };
}
