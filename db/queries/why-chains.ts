import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { whyChains } from "@/db/schema";

export type StoredChain = ReturnType<typeof listWhyChains>[number];

/** An incident's chains of whys, the first begun first. */
export function listWhyChains(incidentId: number) {
  const { id, problem, answers, updatedBy, updatedAt, version } = whyChains;
  return db()
    .select({ id, problem, answers, updatedBy, updatedAt, version })
    .from(whyChains)
    .where(eq(whyChains.incidentId, incidentId))
    .orderBy(asc(id))
    .all();
}
