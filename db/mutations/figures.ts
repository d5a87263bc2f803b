import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { choicesOf, recordOf } from "@/db/queries/record";
import { incidentCauses, incidentFigures } from "@/db/schema";
import { measured } from "@/lib/domain/insights/measured";

/** Measures some of the incidents that changed since they were measured last; how many it was. */
export function measureStale(limit: number): number {
  if (listStale(1).length === 0) return 0;
  return transaction(() => {
    const stale = listStale(limit);
    for (const incidentId of stale) measure(incidentId);
    return stale.length;
  });
}

function listStale(limit: number): number[] {
  return db()
    .select({ id: incidentFigures.incidentId })
    .from(incidentFigures)
    .where(eq(incidentFigures.isStale, true))
    .limit(limit)
    .all()
    .map(({ id }) => id);
}

function measure(incidentId: number): void {
  const { figures, causes } = measured(recordOf(incidentId), choicesOf(incidentId));
  db()
    .update(incidentFigures)
    .set({ ...figures, isStale: false })
    .where(eq(incidentFigures.incidentId, incidentId))
    .run();
  db().delete(incidentCauses).where(eq(incidentCauses.incidentId, incidentId)).run();
  for (const cause of causes) {
    db()
      .insert(incidentCauses)
      .values({ incidentId, ...cause })
      .run();
  }
}
