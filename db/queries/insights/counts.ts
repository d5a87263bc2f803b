import { and, count, eq, isNotNull, sql, type SQLWrapper } from "drizzle-orm";
import { db } from "@/db/client";
import { incidentFigures, incidents } from "@/db/schema";
import { MEASURES, type TimeName } from "@/lib/domain/insights/times";
import { selected, type Asked } from "./selection";

/** How many incidents of each severity were declared on each day, counted from 1 January 1970. */
export function countByDay(asked: Asked) {
  const day = sql<number>`${incidents.declaredAt} / 86400000`;
  const { severity } = incidents;
  return db()
    .select({ day, severity, count: count() })
    .from(incidents)
    .where(selected(asked))
    .groupBy(day, severity)
    .all();
}

/** How many of the incidents changed and wait to be measured: they count, and nothing of them is known. */
export function countStale(asked: Asked): number {
  const found = db()
    .select({ stale: count() })
    .from(incidentFigures)
    .innerJoin(incidents, eq(incidents.id, incidentFigures.incidentId))
    .where(and(eq(incidentFigures.isStale, true), selected(asked)))
    .get();
  return found?.stale ?? 0;
}

/** The minutes of every incident that has them, with its severity. */
export function listMinutes(asked: Asked, time: TimeName) {
  const minutes = incidentFigures[MEASURES[time].column];
  return db()
    .select({ severity: incidents.severity, minutes: sql<number>`${minutes}` })
    .from(incidents)
    .innerJoin(incidentFigures, eq(incidentFigures.incidentId, incidents.id))
    .where(and(selected(asked), eq(incidentFigures.isStale, false), isNotNull(minutes)))
    .all();
}

/** How the promises of all of them ended. */
export function countPromises(asked: Asked) {
  const { updatesKept, updatesMissed, updatesOpen } = incidentFigures;
  const { reportsKept, reportsMissed, reportsOpen } = incidentFigures;
  const sum = (column: SQLWrapper) => sql<number>`cast(total(${column}) as integer)`;
  const found = db()
    .select({
      updatesKept: sum(updatesKept),
      updatesMissed: sum(updatesMissed),
      updatesOpen: sum(updatesOpen),
      reportsKept: sum(reportsKept),
      reportsMissed: sum(reportsMissed),
      reportsOpen: sum(reportsOpen),
    })
    .from(incidents)
    .innerJoin(incidentFigures, eq(incidentFigures.incidentId, incidents.id))
    .where(and(selected(asked), eq(incidentFigures.isStale, false)))
    .get();
  const of = (kept = 0, missed = 0, open = 0) => ({ kept, missed, open });
  return {
    updates: of(found?.updatesKept, found?.updatesMissed, found?.updatesOpen),
    reports: of(found?.reportsKept, found?.reportsMissed, found?.reportsOpen),
  };
}
