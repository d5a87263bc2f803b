import { and, count, countDistinct, desc, eq, gt, max, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { incidentCauses, incidentFigures, incidents } from "@/db/schema";
import { FACTOR_CATEGORIES } from "@/lib/domain/coverage";
import { selected, type Asked } from "./selection";

/** The most causes that are told of one by one. */
export const MOST_CAUSES = 20;

const { incidentId, category, factor, name } = incidentCauses;

const counted = (asked: Asked) => and(selected(asked), eq(incidentFigures.isStale, false));

/** How many incidents have a factor of each category, and how many such factors there are. */
export function countByCategory(asked: Asked) {
  const rows = db()
    .select({ category, incidents: countDistinct(incidentId), factors: count() })
    .from(incidentCauses)
    .innerJoin(incidentFigures, eq(incidentFigures.incidentId, incidentId))
    .innerJoin(incidents, eq(incidents.id, incidentId))
    .where(counted(asked))
    .groupBy(category)
    .all();
  const byCategory = new Map(rows.map((row) => [row.category, row]));
  return FACTOR_CATEGORIES.map(
    (each) => byCategory.get(each) ?? { category: each, incidents: 0, factors: 0 },
  ).toSorted((a, b) => b.incidents - a.incidents || b.factors - a.factors);
}

/** Factors that several incidents have, in the words of the newest; alike ones are one. */
export function listRecurring(asked: Asked) {
  const times = countDistinct(incidentId);
  const newest = max(incidents.declaredAt);
  return db()
    .select({ name, factor: sql<string>`${factor}`, category, incidents: times, newestAt: newest })
    .from(incidentCauses)
    .innerJoin(incidentFigures, eq(incidentFigures.incidentId, incidentId))
    .innerJoin(incidents, eq(incidents.id, incidentId))
    .where(counted(asked))
    .groupBy(name)
    .having(gt(times, 1))
    .orderBy(desc(times), desc(newest), name)
    .limit(MOST_CAUSES)
    .all();
}
