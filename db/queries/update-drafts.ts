import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { updateDrafts } from "@/db/schema";

export type UpdateDraft = ReturnType<typeof listUpdateDrafts>[number];

/** What waits to be posted or thrown away, the oldest first. */
export function listUpdateDrafts(incidentId: number) {
  const { id, audience, message, draftedBy, createdAt } = updateDrafts;
  return db()
    .select({ id, audience, message, draftedBy, createdAt })
    .from(updateDrafts)
    .where(eq(updateDrafts.incidentId, incidentId))
    .orderBy(asc(id))
    .all();
}
